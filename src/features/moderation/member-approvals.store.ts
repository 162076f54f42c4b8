import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Writes that a moderator let something of a member stand. @returns whether it is the first time */
export async function approveMember(
  trx: Transaction<Database>,
  memberId: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('members')
    .set({ approved_at: now })
    .where('id', '=', memberId)
    .where('approved_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes a member as unknown as before; `at` is given back by undoing it. */
export async function setApproval(
  trx: Transaction<Database>,
  memberId: number,
  at: Date | null,
): Promise<void> {
  await trx.updateTable('members').set({ approved_at: at }).where('id', '=', memberId).execute();
}
