import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { StalePage } from '#src/server/errors.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { DELIVER_WEBHOOK_TASK } from './announce-webhook.ts';
import { permitManaging } from './webhook-endpoint.ts';
import { reopenDelivery } from './webhook-deliveries.store.ts';

/**
 * Sends a message again, under the id that it had, whether or not it has arrived.
 * @returns the endpoint's id
 * @throws NotSignedIn, NotAllowed, StalePage when the endpoint is off, or the message forgotten
 */
export async function resendDelivery(
  db: Kysely<Database>,
  actor: Actor | undefined,
  delivery: number,
): Promise<number> {
  permitManaging(actor);
  return db.transaction().execute(async (trx) => {
    const endpointId = await reopenDelivery(trx, delivery);
    if (endpointId === undefined) throw new StalePage();
    await addRepeatableJob(trx, DELIVER_WEBHOOK_TASK, { delivery });
    return endpointId;
  });
}
