import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { deleteQuestionFollow } from './follows.store.ts';
import { findQuestion } from './questions.store.ts';

/**
 * Makes a member hear no more of what happens to a question, whatever became of it or of them.
 * @param memberId who wishes so; their session or a link in their mail says it
 * @throws NotFound
 */
export async function unfollowQuestion(
  db: Kysely<Database>,
  memberId: number,
  questionId: number,
): Promise<void> {
  if (!(await findQuestion(db, questionId))) throw new NotFound();
  await db.transaction().execute((trx) => deleteQuestionFollow(trx, questionId, memberId));
}
