import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { AnswerState } from './answer.ts';

export interface FoundAnswer extends AnswerState {
  body: string;
  score: number;
}

/** An answer as it is now; read again under its question's lock before anything is done to it. */
export function findAnswer(db: Kysely<Database>, id: number): Promise<FoundAnswer | undefined> {
  return db
    .selectFrom('answers')
    .select([
      'id',
      'body',
      'score',
      'question_id as questionId',
      'author_id as authorId',
      'deleted_at as deletedAt',
      'deleted_by_id as deletedById',
      'hidden_at as hiddenAt',
      'hidden_for as hiddenFor',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns the answer's id */
export async function insertAnswer(
  trx: Transaction<Database>,
  answer: { questionId: number; authorId: number; body: string; html: string; official: boolean },
  now: Date,
): Promise<number> {
  const { questionId, authorId, ...text } = answer;
  const { id } = await trx
    .insertInto('answers')
    .values({ question_id: questionId, author_id: authorId, ...text, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAnswer(
  trx: Transaction<Database>,
  id: number,
  text: { body: string; html: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('answers')
    .set({ ...text, edited_at: now })
    .where('id', '=', id)
    .execute();
}

/** What an open page of a question has to know of its answers. */
export interface AnswerNews {
  answers: number;
  /** Id of the newest one. */
  latest: number | null;
}

/** @returns undefined when not everybody can read the question */
export async function findAnswerNews(
  db: Kysely<Database>,
  questionId: number,
): Promise<AnswerNews | undefined> {
  const { rows } = await sql<AnswerNews>`
    SELECT answer_count AS answers, (
      SELECT id FROM answers
      WHERE question_id = questions.id AND hidden_at IS NULL AND deleted_at IS NULL
      ORDER BY id DESC LIMIT 1
    ) AS latest
    FROM questions
    WHERE id = ${questionId} AND hidden_at IS NULL AND deleted_at IS NULL`.execute(db);
  return rows[0];
}
