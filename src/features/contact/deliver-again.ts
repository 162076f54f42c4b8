import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound } from '#src/server/errors.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { mayHandleRequests } from './contact-request.ts';
import { DELIVER_TASK } from './deliver-request.ts';
import { findDelivery, resetDelivery } from './deliveries.store.ts';

/**
 * Has a request handed over again, whatever became of it before.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function deliverAgain(
  db: Kysely<Database>,
  actor: Actor | undefined,
  deliveryId: number,
): Promise<void> {
  permit(actor, mayHandleRequests(actor));
  await db.transaction().execute(async (trx) => {
    if (!(await findDelivery(trx, deliveryId))) throw new NotFound();
    await resetDelivery(trx, deliveryId);
    await addRepeatableJob(trx, DELIVER_TASK, { deliveryId });
  });
}
