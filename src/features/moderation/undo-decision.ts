import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Decided } from './decide-item.ts';
import { reopenFlags } from './flags.store.ts';
import { setApproval } from './member-approvals.store.ts';
import type { ModerationEvent } from './moderation-event.ts';
import { reopenItem } from './review-items.store.ts';
import { undoState } from './undo-state.ts';

/**
 * Puts a text that was decided on back into the queue, as it was before, with its flags open. Who
 * was told that it is there is not untold.
 * @returns false when the text is no longer as decided, or was flagged again
 */
export async function undoDecision(
  trx: Transaction<Database>,
  event: ModerationEvent,
  undoing: { byId: number },
): Promise<boolean> {
  const { itemId, flagIds, isApproval } = event.before as Decided;
  if (!(await reopenItem(trx, itemId))) return false;
  if (!(await undoState(trx, event, undoing))) return false;
  await reopenFlags(trx, flagIds);
  if (isApproval && event.memberId !== null) await setApproval(trx, event.memberId, null);
  return true;
}
