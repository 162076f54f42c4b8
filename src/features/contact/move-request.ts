import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { announceWebhook } from '#src/features/webhooks/announce-webhook.ts';
import { askOnce } from '#src/features/surveys/ask-once.ts';
import type { Env } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { lockRequest, setState } from './contact-requests.store.ts';
import type { RequestState } from './contact-request.ts';
import { closedLetter } from './letters.ts';
import { toldRequest } from './told-request.ts';

/** What the mail about a closed request is made with. */
export interface Letterhead {
  site: MailSite;
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;
}

/**
 * Puts a request into a state. The first time that it is closed, its sender is told so and asked
 * how it was; a second closing says nothing.
 * @param byId who decided; undefined for the help desk
 * @throws NotFound when there is none, or nothing is left of it
 */
export async function moveRequest(
  trx: Transaction<Database>,
  reference: string,
  { state, byId }: { state: RequestState; byId: number | undefined },
  { site, env }: Letterhead,
  now: Date,
): Promise<void> {
  const request = await lockRequest(trx, reference);
  if (!request || request.erased_at) throw new NotFound();
  // What the help desk says may come late, in another order than it happened.
  const isLate = byId === undefined && state === 'answered' && request.state === 'closed';
  if (request.state === state || isLate) return;
  await setState(trx, request, state, byId, now);
  if (state === 'closed') {
    // One that is opened again may be closed again.
    const key = `request-${request.id}-${now.getTime()}`;
    await announceWebhook(trx, 'contact.closed', key, toldRequest(request), now);
  }
  const occasion = { moment: 'contact-closed', requestId: request.id } as const;
  if (state === 'closed' && (await askOnce(trx, occasion, now))) {
    await queueMail(trx, closedLetter(request, site, env), now);
  }
}
