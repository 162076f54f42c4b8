import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** A question that was solved without an article, with what was written. */
export interface SolvedQuestion {
  id: number;
  title: string;
  locale: string;
  category: string;
  acceptedAt: Date;
  /** Members who have it. */
  people: number;
  /** Markdown. */
  question: string;
  answer: string;
  /** Who wrote the answer; null once the account is gone. */
  writer: string | null;
  handle: string | null;
}

/**
 * Shown questions whose answer was accepted in a scope's days, and leads to no article that is there
 * in any language, those of most people first.
 * @param origin of the site, as links name it
 */
export async function listSolvedQuestions(
  db: Kysely<Database>,
  scope: Scope,
  origin: string,
  most: number,
): Promise<SolvedQuestion[]> {
  const { locale, category } = scope;
  const inLocale = locale === undefined ? sql`` : sql` AND questions.locale = ${locale}`;
  const onShelf = category === undefined ? sql`` : sql` AND questions.category = ${category}`;
  const { rows } = await sql<SolvedQuestion>`
    SELECT questions.id, title, questions.locale, category, accepted_at AS "acceptedAt",
      1 + same_count AS people, questions.body AS question, answers.body AS answer,
      CASE WHEN members.deleted_at IS NULL THEN members.name END AS writer,
      CASE WHEN members.deleted_at IS NULL THEN members.handle END AS handle
    FROM questions
    JOIN answers ON answers.id = accepted_answer_id
    JOIN members ON members.id = answers.author_id
    WHERE ${duringDays('accepted_at', scope)}${inLocale}${onShelf}
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL AND duplicate_of_id IS NULL
      AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
      AND NOT EXISTS (
        SELECT FROM article_mentions AS mention
        JOIN articles ON articles.category = mention.category AND articles.slug = mention.slug
        WHERE noun = 'answer' AND writing_id = accepted_answer_id AND origin IN ('', ${origin})
          AND removed_at IS NULL)
    ORDER BY people DESC, questions.id DESC LIMIT ${most}`.execute(db);
  return rows;
}
