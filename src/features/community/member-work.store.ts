import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** An answer as its writer's page lists it, by the question it is to. */
export interface AnswerBy {
  id: number;
  createdAt: Date;
  isAccepted: boolean;
  question: { id: number; title: string; locale: string };
}

/** A member's answers that everybody can read, the newest first. */
export async function listAnswersBy(
  db: Kysely<Database>,
  memberId: number,
  limit: number,
): Promise<AnswerBy[]> {
  const { rows } = await sql<AnswerBy>`
    SELECT answers.id, answers.created_at AS "createdAt",
      coalesce(questions.accepted_answer_id = answers.id, false) AS "isAccepted",
      json_build_object('id', questions.id, 'title', questions.title, 'locale', questions.locale)
        AS question
    FROM answers JOIN questions ON questions.id = answers.question_id
    WHERE answers.author_id = ${memberId}
      AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL
    ORDER BY answers.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** How many of a member's answers are accepted, on questions that everybody can read. */
export async function countAccepted(db: Kysely<Database>, memberId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count
    FROM answers JOIN questions ON questions.id = answers.question_id
    WHERE answers.author_id = ${memberId} AND questions.accepted_answer_id = answers.id
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL`.execute(db);
  return rows[0]?.count ?? 0;
}
