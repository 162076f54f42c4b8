import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { closeItemsOfGone } from './gone-items.store.ts';

/** Takes a member's texts that were deleted for good out of the queue: there is nothing to decide. */
export async function closeGoneItems(
  trx: Transaction<Database>,
  memberId: number,
  now: Date,
): Promise<void> {
  await closeItemsOfGone(trx, memberId, now);
}
