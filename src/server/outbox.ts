import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { insertMail, type NewMail } from './mails.store.ts';

// Whoever could smuggle a line break into a header could add headers and recipients of their own;
// the other characters would make several recipients of one.
const NO_ADDRESS = /[\p{Cc}\s,;<>()]/u;

/**
 * Queues a mail. In a transaction it belongs to it: what is rolled back sends nothing, what is
 * committed is sent, and tried again for some hours when it is refused.
 * @param mail.event names what happened, such as `answer-12-to-member-3`; of one event, one mail:
 *   a second one is dropped without a word
 * @param mail.kind what mails of this sort are called, such as `verify`
 * @param mail.subject line breaks in it become spaces
 * @param mail.unsubscribeUrl takes a POST without a session and without questions (RFC 8058)
 * @param mail.thread mails with the same one stand together in a mailbox, such as `question-12`
 * @throws RangeError when `to` is not one plain address, `unsubscribeUrl` not one address of the
 *   web, or `thread` not one word
 */
export async function queueMail(
  db: Kysely<Database> | Transaction<Database>,
  mail: NewMail,
  now: Date,
): Promise<void> {
  if (NO_ADDRESS.test(mail.to)) throw new RangeError('a mail goes to one plain address');
  if (mail.unsubscribeUrl !== undefined && NO_ADDRESS.test(mail.unsubscribeUrl)) {
    throw new RangeError('an unsubscribe address is one address');
  }
  if (mail.thread !== undefined && !/^[\w-]+$/.test(mail.thread)) {
    throw new RangeError('a thread is one word');
  }
  const subject = mail.subject.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  await insertMail(db, { ...mail, subject }, now);
}
