import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { VOTES_PER_DAY, VOTES_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { isShown, mayVote, mayTakePart } from './question.ts';
import { usePace } from './use-pace.ts';
import type { Vote } from './vote.ts';
import { putVote } from './votes.store.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Puts a member's vote on an answer in place of the one before; 0 takes it back.
 * @throws NotSignedIn, NotAllowed, NotFound, TooMany
 */
export async function voteOnAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  vote: Vote,
  now: Date,
): Promise<void> {
  permit(actor, mayTakePart(actor));
  await usePace(db, actor, [VOTES_PER_MINUTE, VOTES_PER_DAY]);
  await withLockedAnswer(db, answerId, async (trx, question, answer) => {
    if (!isShown(question)) throw new NotAllowed();
    permit(actor, mayVote(actor, answer));
    await putVote(trx, 'answer', answerId, actor.id, vote, now);
  });
}
