import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from './errors.ts';
import { requeueMail, selectMail, selectMails, type Mail } from './mails.store.ts';

/**
 * How far a mail has come. `in doubt`: it was handed over, and nobody knows whether it arrived; it
 * is not sent again by itself.
 */
export type Delivery = 'queued' | 'sending' | 'sent' | 'in doubt' | 'failed';

/** A mail with its delivery. */
export type ListedMail = Mail & { delivery: Delivery };

/** Milliseconds; every attempt has long ended by then, one way or the other. */
const LONGEST_ATTEMPT = 10 * 60_000;

const longAgo = (now: Date) => new Date(now.getTime() - LONGEST_ATTEMPT);

function deliveryOf(mail: Mail, now: Date): Delivery {
  if (mail.sent_at) return 'sent';
  if (mail.sending_at) return mail.error || mail.sending_at < longAgo(now) ? 'in doubt' : 'sending';
  return mail.error ? 'failed' : 'queued';
}

/**
 * The latest mails, the newest first.
 * @param page.before id of a mail; only older ones
 */
export async function listMails(
  db: Kysely<Database>,
  page: { before?: number; limit: number },
  now: Date,
): Promise<ListedMail[]> {
  const mails = await selectMails(db, page);
  return mails.map((mail) => ({ ...mail, delivery: deliveryOf(mail, now) }));
}

/** @throws NotFound */
export async function readMail(db: Kysely<Database>, id: number, now: Date): Promise<ListedMail> {
  const mail = await selectMail(db, id);
  if (!mail) throw new NotFound();
  return { ...mail, delivery: deliveryOf(mail, now) };
}

/**
 * Sends a mail, whatever became of it before; somebody has decided so.
 * @returns false, and nothing is done, while it is being sent
 * @throws NotFound
 */
export async function resendMail(db: Kysely<Database>, id: number, now: Date): Promise<boolean> {
  await readMail(db, id, now);
  return requeueMail(db, id, longAgo(now));
}
