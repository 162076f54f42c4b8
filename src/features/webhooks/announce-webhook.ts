import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { insertDeliveries } from './webhook-deliveries.store.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** The job that delivers one message to one endpoint; its payload is `{ delivery: <id> }`. */
export const DELIVER_WEBHOOK_TASK = 'deliver-webhook';

/** The same for the same deed; no dot, which separates what is signed. */
const messageIdOf = (event: WebhookEvent, key: string): string =>
  `msg_${createHash('sha256').update(`${event} ${key}`).digest('hex').slice(0, 32)}`;

/**
 * Queues that other systems are told of an event. In a transaction it belongs to it: what is rolled
 * back is told to nobody, what is committed is delivered at least once.
 * @param key names the deed among all of its event, such as `answer-12`; of one, each system hears
 * once, so a job that is done twice may announce twice
 * @param data as JSON takes it: ids, titles, addresses. No mail address, and no text that readers do
 * not see. A `url` that begins with a slash is made absolute when it is sent
 */
export async function announceWebhook(
  db: Kysely<Database> | Transaction<Database>,
  event: WebhookEvent,
  key: string,
  data: object,
  now: Date,
): Promise<void> {
  const message = { event, messageId: messageIdOf(event, key), data: JSON.stringify(data) };
  for (const delivery of await insertDeliveries(db, message, now)) {
    await addRepeatableJob(db, DELIVER_WEBHOOK_TASK, { delivery });
  }
}
