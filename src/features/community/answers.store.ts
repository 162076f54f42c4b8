import type { Kysely, Transaction } from 'kysely';
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
