import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound, StalePage } from '#src/server/errors.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { hashOfToken, newToken } from '#src/server/token.ts';
import { DELIVER_WEBHOOK_TASK } from './announce-webhook.ts';
import { permitManaging } from './webhook-endpoint.ts';
import { insertDelivery } from './webhook-deliveries.store.ts';
import { findEndpoint } from './webhook-endpoints.store.ts';
import { TEST_EVENT } from './webhook-event.ts';

/**
 * Sends an endpoint a message that says nothing, to see whether it arrives.
 * @throws NotSignedIn, NotAllowed, NotFound, StalePage when it is off
 */
export async function sendTest(
  db: Kysely<Database>,
  actor: Actor | undefined,
  endpointId: number,
  now: Date,
): Promise<void> {
  permitManaging(actor);
  await db.transaction().execute(async (trx) => {
    const endpoint = await findEndpoint(trx, endpointId);
    if (!endpoint) throw new NotFound();
    if (!endpoint.isOn) throw new StalePage();
    const messageId = `msg_${hashOfToken(newToken().token).slice(0, 32)}`;
    const message = { event: TEST_EVENT, messageId, data: JSON.stringify({ url: '/' }) };
    const delivery = await insertDelivery(trx, endpointId, message, now);
    await addRepeatableJob(trx, DELIVER_WEBHOOK_TASK, { delivery });
  });
}
