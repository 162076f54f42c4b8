import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { emailKey } from '#src/features/accounts/email.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { announceWebhook } from '#src/features/webhooks/announce-webhook.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { giveAttachments } from './attachments.store.ts';
import { newReference, type Chance } from './contact-request.ts';
import {
  findSame,
  insertArticles,
  insertRequest,
  lockSender,
  type ArticlePlace,
  type NewContactRequest,
} from './contact-requests.store.ts';
import { DELIVER_TASK } from './deliver-request.ts';
import { insertDeliveries } from './deliveries.store.ts';
import type { DeskWay } from './help-desk.ts';
import { receiptLetter } from './letters.ts';
import { toldRequest } from './told-request.ts';
import { REQUESTS_PER_ADDRESS, REQUESTS_PER_NETWORK, REQUESTS_PER_VISITOR } from './limits.ts';
import { checkedRequest, type RequestFields } from './request-fields.ts';

/** Milliseconds in which the same words from the same address are the same request. */
const SAME_WITHIN = 3_600_000;

/** What a request comes with besides its words. */
export interface RequestCircumstances {
  actor: Actor | undefined;
  sender: Sender;
  /** Asks not to be counted: the request has no visitor then. */
  isPrivate: boolean;
  locale: string;
  /** Those of the fields that there are. */
  articles: ArticlePlace[];
  /** The category of the fields, if there is one of that name. */
  category: string | undefined;
  /** Pictures that were kept before. */
  attachments: string[];
}

/** A request that was sent; `isNew` when it was not there before. */
export interface SentRequest {
  id: number;
  reference: string;
  isNew: boolean;
}

/**
 * Takes a request to the company: keeps it, says so to its sender by mail, and has it handed over
 * to the help desk, all or nothing. Who sends the same words again within the hour has sent one.
 * @param ways on which the help desk is reached
 * @throws InvalidInput, TooMany
 */
export async function sendRequest(
  db: Kysely<Database>,
  typed: RequestFields,
  { actor, sender, isPrivate, locale, articles, category, attachments }: RequestCircumstances,
  { site, ways }: { site: MailSite; ways: DeskWay[] },
  now: Date,
  chance: Chance,
): Promise<SentRequest> {
  const { name, email, subject, message, searched } = checkedRequest(typed, locale);
  const { visitor, salts } = sender;
  await useLimits(db, [
    [REQUESTS_PER_VISITOR, visitor.code],
    [REQUESTS_PER_NETWORK, visitor.network],
    [REQUESTS_PER_ADDRESS, emailKey(salts, email)],
  ]);
  return db.transaction().execute(async (trx) => {
    await lockSender(trx, email);
    const since = new Date(now.getTime() - SAME_WITHIN);
    const same = await findSame(trx, { email, subject, message }, since);
    if (same) return { ...same, isNew: false };
    const request = {
      memberId: actor?.id,
      name,
      email,
      subject,
      message,
      category,
      locale,
      visitor: isPrivate ? undefined : visitor.code,
      searched: searched || undefined,
    };
    const { id, reference } = await insertWithReference(trx, request, now, chance);
    await insertArticles(trx, id, articles);
    await giveAttachments(trx, id, attachments);
    await queueMail(trx, receiptLetter({ id, reference, email, locale }, site), now);
    await announceWebhook(
      trx,
      'contact.received',
      `request-${id}`,
      toldRequest({ reference, category, locale }),
      now,
    );
    for (const deliveryId of await insertDeliveries(trx, id, ways, now)) {
      await addRepeatableJob(trx, DELIVER_TASK, { deliveryId });
    }
    return { id, reference, isNew: true };
  });
}

/** Of a billion references one may be taken; the next one is not. */
async function insertWithReference(
  db: Kysely<Database>,
  request: Omit<NewContactRequest, 'reference'>,
  now: Date,
  chance: Chance,
): Promise<{ id: number; reference: string }> {
  const reference = newReference(chance(6));
  const id = await insertRequest(db, { ...request, reference }, now);
  return id === undefined ? insertWithReference(db, request, now, chance) : { id, reference };
}
