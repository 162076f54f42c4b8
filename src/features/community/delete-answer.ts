import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayDeleteAnswer } from './answer.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { isShown } from './question.ts';
import { countAnswer, setAccepted } from './questions.store.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Takes an answer off its question's page; it can be brought back, but is no longer accepted.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function deleteAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  now: Date,
): Promise<number> {
  return withLockedAnswer(db, answerId, async (trx, question, answer) => {
    permit(actor, mayDeleteAnswer(actor, answer, question));
    await markDeleted(trx, 'answers', answerId, { byId: actor.id, at: now });
    if (isShown(answer)) await countAnswer(trx, question.id, -1);
    if (question.acceptedAnswerId === answerId) await setAccepted(trx, question.id, undefined);
    return question.id;
  });
}
