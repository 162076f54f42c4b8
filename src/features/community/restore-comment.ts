import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { mayRestore } from './question.ts';
import { withLockedComment } from './with-locked-question.ts';

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
  return withLockedComment(db, commentId, async (trx, question, comment) => {
    permit(actor, mayRestore(actor, comment));
    await markDeleted(trx, 'comments', commentId, undefined);
    return question.id;
  });
}
