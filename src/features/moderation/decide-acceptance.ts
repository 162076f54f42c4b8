import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { withdrawAcceptance } from '#src/features/community/withdraw-acceptance.ts';
import { logEvent } from './log-event.ts';
import { withLockedWriting } from './with-locked-writing.ts';
import { findState } from './writing-states.store.ts';

/**
 * Accepts an answer or takes that back; what staff decides of somebody else's question is logged.
 * @returns the question, and whether it was its asker who decided
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function decideAcceptance(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  isAccepted: boolean,
  now: Date,
): Promise<{ questionId: number; isAsker: boolean }> {
  return withLockedWriting(db, 'answer', answerId, async (trx, { questionId, acceptance: was }) => {
    if (isAccepted) await acceptAnswer(trx, actor, answerId, now);
    else await withdrawAcceptance(trx, actor, answerId);
    const question = await findState(trx, 'question', questionId);
    const is = question?.acceptance ?? null;
    const decided = { questionId, isAsker: actor !== undefined && actor.id === question?.authorId };
    if (!actor || decided.isAsker || was?.answerId === is?.answerId) return decided;
    const answer = await findState(trx, 'answer', answerId);
    await logEvent(
      trx,
      {
        kind: isAccepted ? 'accept' : 'withdraw',
        actorId: actor.id,
        noun: 'answer',
        subjectId: answerId,
        questionId,
        memberId: answer?.authorId ?? null,
        reason: null,
        before: { was: { acceptance: was }, is: { acceptance: is } },
      },
      now,
    );
    return decided;
  });
}
