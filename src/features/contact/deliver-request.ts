import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { handOver } from '#src/server/hand-over.ts';
import { sendWebhook } from '#src/server/webhook.ts';
import { listAttachments } from './attachments.store.ts';
import { findRequestById, listArticles } from './contact-requests.store.ts';
import { findDelivery, noteAttempt, noteOutcome, type DeliveryRow } from './deliveries.store.ts';
import { deskMail } from './desk-mail.ts';
import { deskWebhook, type DeskSite, type WholeRequest } from './desk-message.ts';
import type { DeskEnv } from './help-desk.ts';

/** The job that hands a request over to the help desk on one way. */
export const DELIVER_TASK = 'deliver-contact-request';

/** What a delivery is made with. */
export interface DeskOffice {
  env: DeskEnv;
  files: FileStore;
  site: DeskSite;
}

/**
 * Hands a request over to the help desk. The same message may arrive twice, never less than once:
 * it carries the same id each time.
 * @throws when the help desk did not take it, so that the queue tries again; the reason is noted
 */
export async function deliverRequest(
  db: Kysely<Database>,
  deliveryId: number,
  office: DeskOffice,
  now: Date,
): Promise<void> {
  const delivery = await findDelivery(db, deliveryId);
  const request = delivery && (await findRequestById(db, delivery.request_id));
  if (!delivery || !request || delivery.delivered_at || request.erased_at) return;
  const whole = {
    request,
    articles: await listArticles(db, request.id),
    attachments: await listAttachments(db, request.id),
  };
  await noteAttempt(db, deliveryId, now);
  const problem = await send(delivery, whole, office, now);
  await noteOutcome(db, deliveryId, problem ? { error: problem } : { delivered_at: now });
  // What the other side says may name a person, which belongs in no log.
  if (problem) throw new Error(`contact delivery ${deliveryId} was not taken`);
}

/** @returns what went wrong */
async function send(
  { id, way }: DeliveryRow,
  whole: WholeRequest,
  { env, files, site }: DeskOffice,
  now: Date,
): Promise<string | undefined> {
  if (way === 'webhook') {
    const { HELP_DESK_WEBHOOK_URL: url, HELP_DESK_WEBHOOK_SECRET: secret } = env;
    if (!url || !secret) return 'HELP_DESK_WEBHOOK_URL is not set';
    const message = {
      url,
      secret,
      id: `contact-${whole.request.reference}`,
      body: deskWebhook(whole, site),
      now,
    };
    // The operator has chosen the address, and may have it in their own network.
    return sendWebhook(message, { allowPrivate: true }).then(
      () => undefined,
      (error: Error) => error.message,
    );
  }
  const { HELP_DESK_MAIL: recipient, SMTP_URL: server, MAIL_FROM: from } = env;
  if (!recipient || !server) return 'HELP_DESK_MAIL is not set';
  const pictures = await Promise.all(whole.attachments.map(({ name }) => files.get(name)));
  const given = pictures.flatMap((bytes) => (bytes ? [Buffer.from(bytes)] : []));
  const outcome = await handOver(deskMail(whole, site, { id, recipient }, given), server, from);
  return outcome.fate === 'taken' ? undefined : outcome.reason;
}
