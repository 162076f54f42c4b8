import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayDeleteComment } from './comment.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { withLockedComment } from './with-locked-question.ts';

/**
 * Takes a comment off its page; it can be brought back.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function deleteComment(
  db: Kysely<Database>,
  actor: Actor | undefined,
  commentId: number,
  now: Date,
): Promise<number> {
  return withLockedComment(db, commentId, async (trx, question, comment) => {
    permit(actor, mayDeleteComment(actor, comment));
    await markDeleted(trx, 'comments', commentId, { byId: actor.id, at: now });
    return question.id;
  });
}
