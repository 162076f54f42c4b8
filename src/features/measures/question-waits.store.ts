import { sql, type RawBuilder } from 'kysely';
import { duringDays } from './scope.store.ts';
import type { Scope } from './scope.ts';

/**
 * The questions that were asked in a scope's days and can be read, with what became of them until
 * `now`: when somebody else answered first, whether that answer was accepted, and when one was.
 * What repeats another question is not counted: it was answered there.
 */
export function questionWaits(scope: Scope, now: Date): RawBuilder<unknown> {
  const inLocale = scope.locale === undefined ? sql`` : sql` AND locale = ${scope.locale}`;
  const onShelf = scope.category === undefined ? sql`` : sql` AND category = ${scope.category}`;
  return sql`(
    SELECT questions.id, questions.created_at AS asked_at, first.answered_at,
      first.id = questions.accepted_answer_id AS is_first_accepted,
      CASE WHEN accepted_answer_id IS NOT NULL THEN accepted_at END AS accepted_at
    FROM questions
    LEFT JOIN LATERAL (
      SELECT answers.id, answers.created_at AS answered_at FROM answers
      WHERE answers.question_id = questions.id AND answers.author_id <> questions.author_id
        AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
      ORDER BY answers.created_at, answers.id LIMIT 1
    ) AS first ON true
    WHERE ${duringDays('questions.created_at', scope)} AND questions.created_at <= ${now}
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL
      AND duplicate_of_id IS NULL${inLocale}${onShelf}
  )`;
}
