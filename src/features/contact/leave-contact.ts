import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { emptyRequests, listToErase } from './contact-requests.store.ts';
import { ERASE_REQUESTS_TASK } from './erase-requests.ts';

/** Takes a member who leaves out of what they wrote to the company; its pictures follow in a job. */
export async function leaveContact(
  trx: Transaction<Database>,
  memberId: number,
  now: Date,
): Promise<void> {
  await emptyRequests(trx, await listToErase(trx, { memberId }), now);
  await addJob(trx, ERASE_REQUESTS_TASK, {});
}
