import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CommentState } from './comment.ts';

export interface FoundComment extends CommentState {
  body: string;
}

/** A comment as it is now; read again under its question's lock before anything is done to it. */
export function findComment(db: Kysely<Database>, id: number): Promise<FoundComment | undefined> {
  return db
    .selectFrom('comments')
    .select([
      'id',
      'body',
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

export async function updateComment(
  trx: Transaction<Database>,
  id: number,
  text: { body: string; html: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('comments')
    .set({ ...text, edited_at: now })
    .where('id', '=', id)
    .execute();
}

/** @returns the comment's id */
export async function insertComment(
  trx: Transaction<Database>,
  comment: {
    questionId: number;
    answerId: number | null;
    authorId: number;
    body: string;
    html: string;
  },
  now: Date,
): Promise<number> {
  const { questionId, answerId, authorId, ...text } = comment;
  const { id } = await trx
    .insertInto('comments')
    .values({
      question_id: questionId,
      answer_id: answerId,
      author_id: authorId,
      ...text,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
