import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { newToken } from '#src/server/token.ts';
import { emailFault, emailKey, tidyEmail } from './email.ts';
import { MAILS_PER_NETWORK, MAILS_PER_RECIPIENT } from './limits.ts';
import { LINK_HOURS, until } from './link-times.ts';
import { insertLink } from './mailed-links.store.ts';
import { accountMail, type MailSite } from './mails.ts';
import { findAccountByEmail } from './members.store.ts';

export interface LinkWish {
  email: string;
  purpose: 'sign-in' | 'reset';
  /** Of the page; an account has its own. */
  locale: string;
  /** Path to go on to. */
  next?: string | undefined;
}

/**
 * Mails a link that signs in, or that lets a member choose a new password. An address without an
 * account is told so by mail, so that nobody else learns it.
 * @throws InvalidInput, TooMany
 */
export async function sendLink(
  db: Kysely<Database>,
  { email: typed, purpose, locale, next }: LinkWish,
  site: MailSite,
  { visitor, salts }: Sender,
  now: Date,
): Promise<void> {
  const email = tidyEmail(typed);
  const fault = emailFault(email);
  if (fault) throw new InvalidInput({ email: fault });
  await useLimits(db, [
    [MAILS_PER_NETWORK, visitor.network],
    [MAILS_PER_RECIPIENT, emailKey(salts, email)],
  ]);

  const { token, hash: event } = newToken();
  await db.transaction().execute(async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (!account) {
      const mail = { kind: 'unknownAddress', to: email, locale, event } as const;
      return queueMail(trx, accountMail(mail, site), now);
    }
    const link = { memberId: account.id, purpose, email: account.email };
    await insertLink(trx, event, link, { now, until: until(now, LINK_HOURS) });
    const kind = purpose === 'reset' ? 'reset' : 'signInLink';
    const mail = { kind, to: account.email, locale: account.locale, event } as const;
    await queueMail(trx, accountMail({ ...mail, query: { token, next } }, site), now);
  });
}
