import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SafeHtml } from '#src/components/html.ts';
import type { Author } from '#src/features/community/question-page.ts';
import type { ItemKind } from './review-item.ts';
import type { Written } from './writing-state.ts';

/** An item as the queue lists it. */
export interface WaitingItem {
  id: number;
  noun: Written;
  kind: ItemKind;
  openedAt: Date;
  flags: number;
  title: string;
  excerpt: string;
  locale: string;
  author: string;
  /** The moderator who works on it just now. */
  takenBy: string | null;
}

/** A text as a moderator reads it. */
export interface ReviewedText {
  html: SafeHtml;
  question: { id: number; title: string; locale: string };
  createdAt: Date;
  isDeleted: boolean;
  author: Author;
  claimant: string | null;
}

/** Everything that members write, with the question that it stands at. */
const texts = sql`(
  SELECT 'question' AS noun, id, id AS question_id, body, html, created_at, deleted_at FROM questions
  UNION ALL SELECT 'answer', id, question_id, body, html, created_at, deleted_at FROM answers
  UNION ALL SELECT 'comment', id, question_id, body, html, created_at, deleted_at FROM comments
)`;

/** What waits: first what others cannot read meanwhile, then by how long it has waited. */
export async function listWaiting(
  db: Kysely<Database>,
  moderatorId: number,
  now: Date,
  limit: number,
): Promise<WaitingItem[]> {
  const { rows } = await sql<WaitingItem>`
    WITH waiting AS (
      SELECT * FROM review_items WHERE decided_at IS NULL
      ORDER BY kind = 'first-post', opened_at, id LIMIT ${limit}
    )
    SELECT waiting.id, waiting.noun, kind, opened_at AS "openedAt", questions.title,
      questions.locale, left(texts.body, 200) AS excerpt, authors.name AS author,
      (SELECT count(*)::integer FROM flags WHERE item_id = waiting.id AND flags.decided_at IS NULL)
        AS flags,
      CASE WHEN claimed_until > ${now} AND claimed_by_id <> ${moderatorId}
        THEN claimants.name END AS "takenBy"
    FROM waiting
    JOIN LATERAL (
      SELECT * FROM ${texts} AS written
      WHERE written.noun = waiting.noun AND written.id = waiting.writing_id
    ) AS texts ON true
    JOIN questions ON questions.id = texts.question_id
    JOIN members AS authors ON authors.id = waiting.author_id
    LEFT JOIN members AS claimants ON claimants.id = claimed_by_id
    ORDER BY kind = 'first-post', opened_at, waiting.id`.execute(db);
  return rows;
}

/** The text behind an item, and the question that it stands at now. */
export async function findReviewedText(
  db: Kysely<Database>,
  itemId: number,
): Promise<ReviewedText | undefined> {
  const { rows } = await sql<ReviewedText>`
    SELECT texts.html, texts.created_at AS "createdAt", texts.deleted_at IS NOT NULL AS "isDeleted",
      json_build_object('id', questions.id, 'title', questions.title, 'locale', questions.locale)
        AS question,
      json_build_object(
        'name', authors.name, 'avatar', authors.avatar,
        'handle', CASE WHEN authors.deleted_at IS NULL THEN authors.handle END
      ) AS author,
      claimants.name AS claimant
    FROM review_items AS items
    JOIN LATERAL (
      SELECT * FROM ${texts} AS written
      WHERE written.noun = items.noun AND written.id = items.writing_id
    ) AS texts ON true
    JOIN questions ON questions.id = texts.question_id
    JOIN members AS authors ON authors.id = items.author_id
    LEFT JOIN members AS claimants ON claimants.id = items.claimed_by_id
    WHERE items.id = ${itemId}`.execute(db);
  return rows[0];
}
