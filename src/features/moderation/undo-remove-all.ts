import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { reopenFlags } from './flags.store.ts';
import { setApproval } from './member-approvals.store.ts';
import type { ModerationEvent } from './moderation-event.ts';
import type { RemovedAll } from './remove-all.ts';
import { restoreWritings } from './removals.store.ts';
import { reopenItem } from './review-items.store.ts';
import { lockMember } from './sanctions.store.ts';

/** The questions to hold meanwhile. */
export const questionsOfRemoval = ({ before }: ModerationEvent): number[] =>
  (before as RemovedAll).questionIds;

/**
 * Brings back exactly the texts that one deed deleted, and what waited in the queue. What somebody
 * has brought back or deleted again meanwhile stays as it is.
 */
export async function undoRemoveAll(
  trx: Transaction<Database>,
  { before, actorId, memberId, createdAt }: ModerationEvent,
): Promise<boolean> {
  const { questionIds, itemIds, flagIds, approvedAt, ...removed } = before as RemovedAll;
  if (memberId === null || actorId === null || !(await lockMember(trx, memberId))) return false;
  await restoreWritings(trx, removed, questionIds, { byId: actorId, at: createdAt });
  for (const id of itemIds) await reopenItem(trx, id);
  await reopenFlags(trx, flagIds);
  await setApproval(trx, memberId, approvedAt === null ? null : new Date(approvedAt));
  return true;
}
