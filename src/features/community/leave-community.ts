import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { UNUSED_UPLOADS_TASK } from './remove-unused-uploads.ts';
import { WITHDRAW_TEXTS_TASK, withdrawTexts } from './withdraw-texts.ts';

const LATE_MS = 60_000;

/**
 * Does with a member's texts as they wish when they leave. What they were posting in that very
 * moment is not there yet, so those that go are looked for once more in a minute.
 */
export async function leaveCommunity(
  trx: Transaction<Database>,
  memberId: number,
  texts: 'stay' | 'go',
  now: Date,
): Promise<void> {
  if (texts === 'go') {
    await withdrawTexts(trx, memberId, now);
    const runAt = new Date(now.getTime() + LATE_MS);
    await addJob(trx, WITHDRAW_TEXTS_TASK, { memberId }, { runAt });
  }
  await addJob(trx, UNUSED_UPLOADS_TASK, { memberId });
}
