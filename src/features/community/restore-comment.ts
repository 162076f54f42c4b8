import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import { findComment } from './comments.store.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { mayRestore } from './question.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Brings a deleted comment back.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function restoreComment(
  db: Kysely<Database>,
  actor: Actor | undefined,
  commentId: number,
): Promise<number> {
  const before = await findComment(db, commentId);
  if (!before) throw new NotFound();
  return withLockedQuestion(db, before.questionId, async (trx, question) => {
    const comment = await findComment(trx, commentId);
    if (!comment) throw new NotFound();
    permit(actor, mayRestore(actor, comment));
    await markDeleted(trx, 'comments', commentId, undefined);
    return question.id;
  });
}
