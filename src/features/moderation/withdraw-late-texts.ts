import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { withdrawTexts } from '#src/features/community/withdraw-texts.ts';
import { closeGoneItems } from './close-gone-items.ts';

/** Deletes for good what a member posted in the moment in which they left. */
export async function withdrawLateTexts(
  db: Kysely<Database>,
  memberId: number,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await withdrawTexts(trx, memberId, now);
    await closeGoneItems(trx, memberId, now);
  });
}
