import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { admit, type Admission } from './admit.ts';
import { deleteLinks, takeLink } from './mailed-links.store.ts';
import { updateEmail } from './members.store.ts';
import { type Browser, closeSessions } from './session.ts';

/**
 * Gives a member the address that they opened a link at, and signs them in; all their other
 * sessions and links end.
 * @throws NotFound when the link is no longer good, or the address has got another owner since
 */
export async function confirmAddress(
  db: Kysely<Database>,
  token: string,
  browser: Browser,
  now: Date,
): Promise<Admission> {
  return db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, hashOfToken(token), 'change-address', now);
    if (!link || !(await updateEmail(trx, link.memberId, link.email, now))) throw new NotFound();
    await deleteLinks(trx, link.memberId);
    await closeSessions(trx, link.memberId);
    return admit(trx, link.memberId, browser, now);
  });
}
