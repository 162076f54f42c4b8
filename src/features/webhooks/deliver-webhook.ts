import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import type { Env } from '#src/server/env.ts';
import { unseal } from '#src/server/secret.ts';
import { sendWebhook, WebhookFailure } from '#src/server/webhook.ts';
import { switchOffFailing } from './switch-off-failing.ts';
import { PATIENT_DAYS } from './webhook-endpoint.ts';
import { claimDelivery, isWaiting, noteAttempt, type Claimed } from './webhook-deliveries.store.ts';
import { noteArrival, noteFailure } from './webhook-endpoints.store.ts';

/** What endpoints' secrets are sealed for. */
export const WEBHOOK_SEAL = 'webhook';

const DAY = 86_400_000;
/** Longer than an attempt can take. */
const CLAIM = 30_000;
/** With this status a receiver says that it wants nothing any more. */
const GONE = 410;

/** The message as it is sent; the same at every attempt. */
function bodyOf({ event, createdAt, data }: Claimed, siteUrl: string): string {
  const told: unknown = JSON.parse(data, (name, value: unknown) =>
    name === 'url' && typeof value === 'string' && value.startsWith('/') ? siteUrl + value : value,
  );
  return JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data: told });
}

async function attempt(
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR' | 'SITE_URL' | 'WEBHOOK_TARGETS'>,
  claimed: Claimed,
  now: Date,
): Promise<
  { problem: 'secret' | WebhookFailure['problem']; status: number | undefined } | undefined
> {
  const { url, messageId: id } = claimed;
  const secret = unseal(env, WEBHOOK_SEAL, claimed.sealedSecret);
  if (!secret) return { problem: 'secret', status: undefined };
  const body = bodyOf(claimed, env.SITE_URL);
  try {
    await sendWebhook(
      { url, secret, id, body, now },
      { allowPrivate: env.WEBHOOK_TARGETS === 'any' },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof WebhookFailure)) throw error;
    const { problem, status } = error;
    return { problem, status };
  }
}

/**
 * Does the job `deliver-webhook`: sends one message to one endpoint. An endpoint that has taken
 * nothing for days, or says that it is gone, is switched off, and admins are mailed.
 * @param site for that mail
 * @throws when it did not arrive, so that the queue tries again later
 */
export async function deliverWebhook(
  db: Kysely<Database>,
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR' | 'SITE_URL' | 'WEBHOOK_TARGETS'>,
  id: number,
  site: () => Promise<MailSite>,
  now: Date,
): Promise<void> {
  const claimed = await claimDelivery(db, id, now, new Date(now.getTime() + CLAIM));
  if (!claimed) {
    if (await isWaiting(db, id)) throw new Error(`webhook ${id} waits behind another`);
    return;
  }
  const { endpointId } = claimed;
  const failure = await attempt(env, claimed, now);
  await noteAttempt(db, id, now, failure);
  if (!failure) return noteArrival(db, endpointId);
  const since = await noteFailure(db, endpointId, now);
  const isGone = failure.status === GONE;
  if (isGone || now.getTime() - since.getTime() >= PATIENT_DAYS * DAY) {
    return switchOffFailing(db, endpointId, isGone ? 'gone' : 'failing', await site(), now);
  }
  throw new Error(`webhook ${id} did not arrive: ${failure.status ?? failure.problem}`);
}
