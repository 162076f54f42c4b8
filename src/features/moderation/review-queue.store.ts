import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SafeHtml } from '#src/components/html.ts';
import type { Span } from '#src/features/community/list-cursor.ts';
import type { Author } from '#src/features/community/question-page.ts';
import type { FlagReason } from './flag.ts';
import { keyInQueue } from './queue-place.ts';
import type { ItemKind } from './review-item.ts';
import type { Written } from './writing-state.ts';

/** An item as the queue lists it. */
export interface WaitingItem {
  id: number;
  noun: Written;
  kind: ItemKind;
  openedAt: Date;
  /** Why it is held. */
  reasons: string[];
  /** The reasons of its flags, each once. */
  flagReasons: FlagReason[];
  flags: number;
  title: string;
  /** The beginning, in Markdown. */
  body: string;
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
  editedAt: Date | null;
  isDeleted: boolean;
  author: Author;
  claimant: string | null;
}

/** Everything that members write, with the question that it stands at. */
const texts = sql`(
  SELECT 'question' AS noun, id, id AS question_id, body, html, created_at, edited_at, deleted_at FROM questions
  UNION ALL SELECT 'answer', id, question_id, body, html, created_at, edited_at, deleted_at FROM answers
  UNION ALL SELECT 'comment', id, question_id, body, html, created_at, edited_at, deleted_at FROM comments
)`;

/**
 * What waits: first what others cannot read meanwhile, then by how long it has waited.
 * @returns in the direction of `span`
 */
export async function listWaiting(
  db: Kysely<Database>,
  moderatorId: number,
  { after, before }: Span,
  now: Date,
  limit: number,
): Promise<WaitingItem[]> {
  const isBackwards = before !== undefined && after === undefined;
  const place = after ?? before;
  const key = place && keyInQueue(place);
  const beyond = key
    ? sql`AND (kind = 'first-post', opened_at, id) ${isBackwards ? sql`<` : sql`>`}
        (${key.isFirstPost}, ${key.openedAt}, ${key.id})`
    : sql``;
  const way = isBackwards ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<WaitingItem>`
    WITH waiting AS (
      SELECT * FROM review_items WHERE decided_at IS NULL ${beyond}
      ORDER BY (kind = 'first-post') ${way}, opened_at ${way}, id ${way} LIMIT ${limit}
    )
    SELECT waiting.id, waiting.noun, kind, opened_at AS "openedAt", questions.title,
      questions.locale, left(texts.body, 1000) AS body, authors.name AS author, waiting.reasons,
      (SELECT count(*)::integer FROM flags WHERE item_id = waiting.id AND flags.decided_at IS NULL)
        AS flags,
      ARRAY(
        SELECT reason FROM flags WHERE item_id = waiting.id AND flags.decided_at IS NULL
        GROUP BY reason ORDER BY count(*) DESC, min(id)
      ) AS "flagReasons",
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
    ORDER BY (kind = 'first-post') ${way}, opened_at ${way}, waiting.id ${way}`.execute(db);
  return rows;
}

/** The text behind an item, and the question that it stands at now. */
export async function findReviewedText(
  db: Kysely<Database>,
  itemId: number,
): Promise<ReviewedText | undefined> {
  const { rows } = await sql<ReviewedText>`
    SELECT texts.html, texts.created_at AS "createdAt", texts.edited_at AS "editedAt",
      texts.deleted_at IS NOT NULL AS "isDeleted",
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
