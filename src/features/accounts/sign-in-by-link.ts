import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { admit, type Admission } from './admit.ts';
import { takeLink } from './mailed-links.store.ts';
import { verifyEmail } from './members.store.ts';
import type { Browser } from './session.ts';

/**
 * Signs in by a mailed link, once.
 * @throws NotFound when the link is no longer good
 */
export async function signInByLink(
  db: Kysely<Database>,
  token: string,
  browser: Browser,
  now: Date,
): Promise<Admission> {
  const link = await takeLink(db, hashOfToken(token), 'sign-in', now);
  if (!link) throw new NotFound();
  await verifyEmail(db, link.memberId, link.email, now);
  return admit(db, link.memberId, browser, now);
}
