import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { announceDecision } from '#src/features/community/announce-decision.ts';
import type { Kind, ModerationEvent } from './moderation-event.ts';
import {
  isVisible,
  movedOn,
  type Acceptance,
  type StateChange,
  type Written,
} from './writing-state.ts';
import { findState, writeState } from './writing-states.store.ts';

/** What authors hear of when it is done. */
const TAKES_AWAY: Kind[] = ['hide', 'remove', 'hide-reviewed', 'refuse'];

/**
 * Puts a text's state back. An answer that was the accepted one is so again, unless another has
 * been accepted meanwhile.
 * @returns false when the state is no longer the one that the deed had left
 */
export async function undoState(
  trx: Transaction<Database>,
  event: ModerationEvent,
  { byId }: { byId: number },
): Promise<boolean> {
  const { subjectId, questionId, before } = event;
  const noun = event.noun as Written;
  const { was, is } = before as StateChange;
  const state = await findState(trx, noun, subjectId);
  // An answer or a comment may have gone to another question with a merge.
  if (!state || state.questionId !== questionId) return false;
  const { acceptance, ...rest } = was;
  const moved = movedOn(state, is);
  const isAcceptanceOnly = Object.keys(rest).length === 0;
  if (moved.some((name) => isAcceptanceOnly || name !== 'acceptance')) return false;
  // Nobody's answer stops being the accepted one in passing.
  const isLost = Boolean(was.hiddenAt ?? was.deletedAt);
  const isInPassing = acceptance === undefined && isLost;
  if (noun === 'answer' && isInPassing && state.acceptance?.answerId === subjectId) return false;

  await writeState(trx, noun, subjectId, questionId, rest);
  const isBack = TAKES_AWAY.includes(event.kind) && isVisible({ ...state, ...rest });
  if (isBack) await tellItIsBack(trx, event, byId);
  if (acceptance === undefined || moved.includes('acceptance')) return true;
  const isThere = await canBeAccepted(trx, acceptance, questionId);
  if (isThere) await writeState(trx, noun, subjectId, questionId, { acceptance });
  return isThere || !isAcceptanceOnly;
}

/** Whoever heard that their text was taken away hears that readers see it again. */
async function tellItIsBack(
  trx: Transaction<Database>,
  { id, memberId, noun, subjectId, questionId }: ModerationEvent,
  byId: number,
): Promise<void> {
  if (memberId === null) return;
  await announceDecision(trx, {
    key: `moderation-event-${id}-undone`,
    memberId,
    byId,
    questionId,
    answerId: noun === 'answer' ? subjectId : null,
    commentId: noun === 'comment' ? subjectId : null,
    deed: 'restored',
    note: '',
  });
}

/** Whether an acceptance as it was still has its answer. */
async function canBeAccepted(
  trx: Transaction<Database>,
  acceptance: Acceptance | null,
  questionId: number,
): Promise<boolean> {
  if (acceptance === null) return true;
  const answer = await findState(trx, 'answer', acceptance.answerId);
  return answer !== undefined && answer.questionId === questionId && isVisible(answer);
}
