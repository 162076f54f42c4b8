import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { admit, type Admission } from './admit.ts';
import { deleteLinks, takeLink } from './mailed-links.store.ts';
import { findAccount, updatePassword } from './members.store.ts';
import { hashPassword, passwordFault } from './password.ts';
import { type Browser, closeSessions } from './session.ts';

/**
 * Gives the member who opened a mailed link a new password, and signs them in; all their other
 * sessions and links end.
 * @param siteName which may not be the password
 * @throws NotFound when the link is no longer good, InvalidInput
 */
export async function resetPassword(
  db: Kysely<Database>,
  { token, password }: { token: string; password: string },
  siteName: string,
  browser: Browser,
  now: Date,
): Promise<Admission> {
  return db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, hashOfToken(token), 'reset', now);
    const account = link && (await findAccount(trx, link.memberId));
    if (!account) throw new NotFound();
    const fault = await passwordFault(password, { ...account, siteName });
    // The link is good for another try, since nothing of this happened.
    if (fault) throw new InvalidInput({ password: fault });
    await updatePassword(trx, account.id, await hashPassword(password));
    await deleteLinks(trx, account.id);
    await closeSessions(trx, account.id);
    return admit(trx, account.id, browser, now);
  });
}
