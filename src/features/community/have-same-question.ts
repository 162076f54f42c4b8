import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { VOTES_PER_DAY, VOTES_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { mayHaveSame, mayTakePart } from './question.ts';
import { setSame } from './questions.store.ts';
import { usePace } from './use-pace.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * "I have this question too", or no longer.
 * @throws NotSignedIn, NotAllowed, NotFound, TooMany
 */
export async function haveSameQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  has: boolean,
  now: Date,
): Promise<void> {
  permit(actor, mayTakePart(actor));
  await usePace(db, actor, [VOTES_PER_MINUTE, VOTES_PER_DAY]);
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayHaveSame(actor, question));
    await setSame(trx, questionId, actor.id, has, now);
  });
}
