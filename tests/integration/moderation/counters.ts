import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Counters that differ from the rows they count, comments that stand at another question than
 * their answer, and accepted answers that cannot be; none should.
 */
export async function differences(db: Kysely<Database>): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT 'question' AS noun, id FROM questions WHERE
      answer_count <> (
        SELECT count(*) FROM answers
        WHERE question_id = questions.id AND deleted_at IS NULL AND hidden_at IS NULL
      )
      OR score <> (
        SELECT coalesce(sum(value), 0) FROM question_votes WHERE question_id = questions.id
      )
      OR same_count <> (SELECT count(*) FROM same_questions WHERE question_id = questions.id)
      OR duplicate_of_id = id
      OR EXISTS (
        SELECT FROM questions AS canonical
        WHERE canonical.id = questions.duplicate_of_id AND canonical.duplicate_of_id IS NOT NULL
      )
    UNION ALL
    SELECT 'answer', id FROM answers WHERE
      score <> (SELECT coalesce(sum(value), 0) FROM answer_votes WHERE answer_id = answers.id)
    UNION ALL
    SELECT 'comment', comments.id FROM comments JOIN answers ON answers.id = comments.answer_id
    WHERE comments.question_id <> answers.question_id
    UNION ALL
    SELECT 'accepted', questions.id FROM questions JOIN answers ON answers.id = accepted_answer_id
    WHERE answers.question_id <> questions.id OR answers.deleted_at IS NOT NULL
      OR answers.hidden_at IS NOT NULL
  `.execute(db);
  return rows;
}
