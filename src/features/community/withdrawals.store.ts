import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

type Trx = Transaction<Database>;

/** What is deleted for good: nobody can bring it back, and nothing of it is left. */
const GONE = sql`deleted_at IS NOT NULL AND deleted_by_id IS NULL`;

/** Holds off everybody else from all questions that a member has written on, in one order. */
export async function lockQuestionsOf(trx: Trx, memberId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM questions WHERE id IN (
      SELECT id FROM questions WHERE author_id = ${memberId}
      UNION SELECT question_id FROM answers WHERE author_id = ${memberId}
      UNION SELECT question_id FROM comments WHERE author_id = ${memberId}
    ) ORDER BY id FOR UPDATE`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Of a member's answers, those that nobody but them has accepted. */
const withdrawable = (memberId: number) => sql`
  SELECT answers.id FROM answers
  WHERE answers.author_id = ${memberId} AND NOT (${GONE}) AND NOT EXISTS (
    SELECT FROM questions
    WHERE accepted_answer_id = answers.id AND accepted_by_id IS DISTINCT FROM ${memberId}
  )`;

/** Empties those answers, with their earlier states, and counts them out. */
export async function emptyAnswers(trx: Trx, memberId: number, now: Date): Promise<void> {
  await sql`
    UPDATE questions SET accepted_answer_id = NULL, accepted_at = NULL, accepted_by_id = NULL
    WHERE accepted_answer_id IN (${withdrawable(memberId)})`.execute(trx);
  await sql`
    UPDATE questions SET answer_count = answer_count - shown.count
    FROM (
      SELECT question_id, count(*)::integer AS count FROM answers
      WHERE id IN (${withdrawable(memberId)}) AND hidden_at IS NULL AND deleted_at IS NULL
      GROUP BY question_id
    ) AS shown
    WHERE questions.id = shown.question_id`.execute(trx);
  await sql`
    DELETE FROM answer_revisions WHERE answer_id IN (${withdrawable(memberId)})`.execute(trx);
  await sql`
    UPDATE answers SET body = '', html = '', deleted_at = ${now}, deleted_by_id = NULL
    WHERE id IN (${withdrawable(memberId)})`.execute(trx);
}

export async function emptyComments(trx: Trx, memberId: number, now: Date): Promise<void> {
  await sql`
    DELETE FROM comment_revisions WHERE comment_id IN (
      SELECT id FROM comments WHERE author_id = ${memberId}
    )`.execute(trx);
  await sql`
    UPDATE comments SET body = '', html = '', deleted_at = ${now}, deleted_by_id = NULL
    WHERE author_id = ${memberId} AND NOT (${GONE})`.execute(trx);
}

/**
 * Empties a member's questions, with their earlier states, but for those that a text needs which
 * stays: another's answer, an accepted one of theirs, or another's question that leads there.
 */
export async function emptyQuestions(trx: Trx, memberId: number, now: Date): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    UPDATE questions SET title = '', body = '', html = '', tags = '{}', searched = NULL,
      article_id = NULL, article_revision_id = NULL, duplicate_of_id = NULL, pinned_at = NULL,
      deleted_at = ${now}, deleted_by_id = NULL
    WHERE author_id = ${memberId} AND NOT (${GONE})
      AND NOT EXISTS (
        SELECT FROM answers WHERE question_id = questions.id AND deleted_at IS NULL
      )
      AND NOT EXISTS (
        SELECT FROM questions AS repeated
        WHERE repeated.duplicate_of_id = questions.id AND repeated.author_id <> ${memberId}
      )
    RETURNING id`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await sql`DELETE FROM question_revisions WHERE question_id = ANY (${ids})`.execute(trx);
}
