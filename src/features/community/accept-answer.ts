import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { announce } from './announce.ts';
import { permit } from './permitted.ts';
import { isShown, mayAcceptAnswer } from './question.ts';
import { setAccepted } from './questions.store.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Makes an answer the accepted one, in place of any other.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function acceptAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  now: Date,
): Promise<number> {
  return withLockedAnswer(db, answerId, async (trx, question, answer) => {
    permit(actor, mayAcceptAnswer(actor, question));
    if (!isShown(answer)) throw new NotAllowed();
    if (question.acceptedAnswerId !== answerId) {
      await setAccepted(trx, question.id, { answerId, byId: actor.id, at: now });
      const byId = actor.id;
      await announce(trx, { kind: 'answer-accepted', questionId: question.id, answerId, byId });
    }
    return question.id;
  });
}
