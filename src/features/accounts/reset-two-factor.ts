import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { accountMail, type MailSite } from './mails.ts';
import { findAccountByEmail } from './members.store.ts';
import { closeSessions } from './session.ts';
import { deleteTwoFactor } from './two-factors.store.ts';

/**
 * Takes the second factor from a member who has lost it, and ends their sessions; they are mailed.
 * The operator asks for it at the terminal, and nobody on the site can.
 * @returns their handle
 * @throws NotFound when nobody with two-factor sign-in has that address
 */
export async function resetTwoFactor(
  db: Kysely<Database>,
  email: string,
  site: MailSite,
  now: Date,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (!account || !(await deleteTwoFactor(trx, account.id))) throw new NotFound();
    await closeSessions(trx, account.id);
    const event = `two-factor-off:${account.id}:${now.getTime()}`;
    const { email: to, locale } = account;
    await queueMail(trx, accountMail({ kind: 'twoFactorOff', to, locale, event }, site), now);
    return account.handle;
  });
}
