import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** A question that no article answers. */
export interface OpenQuestion {
  id: number;
  title: string;
  locale: string;
  /** Nobody else has answered, or the accepted answer leads to no article. */
  why: 'unanswered' | 'no-article';
  /** Members who have it: the asker, and those who said so. */
  people: number;
}

/** Questions asked in a scope's days that nobody has answered, or that were solved without an article. */
export async function listOpenQuestions(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<OpenQuestion[]> {
  const inLocale =
    scope.locale === undefined ? sql`` : sql` AND questions.locale = ${scope.locale}`;
  const { rows } = await sql<OpenQuestion>`
    SELECT questions.id, title, questions.locale, 1 + same_count AS people,
      CASE WHEN accepted_answer_id IS NULL THEN 'unanswered' ELSE 'no-article' END AS why
    FROM questions
    WHERE ${duringDays('questions.created_at', scope)}
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL
      AND duplicate_of_id IS NULL${inLocale}
      AND CASE
        WHEN accepted_answer_id IS NOT NULL THEN NOT EXISTS (
          SELECT FROM article_mentions AS mention
          JOIN articles ON articles.category = mention.category AND articles.slug = mention.slug
            AND articles.removed_at IS NULL
          WHERE noun = 'answer' AND writing_id = accepted_answer_id
        )
        ELSE NOT EXISTS (
          SELECT FROM answers
          WHERE answers.question_id = questions.id AND answers.author_id <> questions.author_id
            AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
        )
      END
    ORDER BY people DESC, questions.id DESC
    LIMIT ${most}`.execute(db);
  return rows;
}
