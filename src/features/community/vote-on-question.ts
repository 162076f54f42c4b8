import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { VOTES_PER_DAY, VOTES_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { mayVote, mayTakePart } from './question.ts';
import { usePace } from './use-pace.ts';
import type { Vote } from './vote.ts';
import { putVote } from './votes.store.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Puts a member's vote on a question in place of the one before; 0 takes it back.
 * @throws NotSignedIn, NotAllowed, NotFound, TooMany
 */
export async function voteOnQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  vote: Vote,
  now: Date,
): Promise<void> {
  permit(actor, mayTakePart(actor));
  await usePace(db, actor, [VOTES_PER_MINUTE, VOTES_PER_DAY]);
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayVote(actor, question));
    await putVote(trx, 'question', questionId, actor.id, vote, now);
  });
}
