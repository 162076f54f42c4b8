import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from './permitted.ts';
import { mayAcceptAnswer } from './question.ts';
import { setAccepted } from './questions.store.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Takes back that an answer is the accepted one; one that is no longer it stays as it is.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function withdrawAcceptance(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
): Promise<void> {
  await withLockedAnswer(db, answerId, async (trx, question) => {
    permit(actor, mayAcceptAnswer(actor, question));
    if (question.acceptedAnswerId === answerId) await setAccepted(trx, question.id, undefined);
  });
}
