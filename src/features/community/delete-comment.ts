import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import { mayDeleteComment } from './comment.ts';
import { findComment } from './comments.store.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { withLockedQuestion } from './with-locked-question.ts';

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
  const before = await findComment(db, commentId);
  if (!before) throw new NotFound();
  return withLockedQuestion(db, before.questionId, async (trx, question) => {
    const comment = await findComment(trx, commentId);
    if (!comment) throw new NotFound();
    permit(actor, mayDeleteComment(actor, comment));
    await markDeleted(trx, 'comments', commentId, { byId: actor.id, at: now });
    return question.id;
  });
}
