import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CommentState } from './comment.ts';

export function findComment(db: Kysely<Database>, id: number): Promise<CommentState | undefined> {
  return db
    .selectFrom('comments')
    .select([
      'id',
      'question_id as questionId',
      'author_id as authorId',
      'deleted_at as deletedAt',
      'deleted_by_id as deletedById',
      'hidden_at as hiddenAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
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
