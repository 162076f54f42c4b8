import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { takeLink } from './mailed-links.store.ts';
import { type Browser, openSession } from './session.ts';

/**
 * Signs in by a mailed link, once.
 * @returns the session's token
 * @throws NotFound when the link is no longer good
 */
export async function signInByLink(
  db: Kysely<Database>,
  token: string,
  browser: Browser,
  now: Date,
): Promise<string> {
  const link = await takeLink(db, hashOfToken(token), 'sign-in', now);
  if (!link) throw new NotFound();
  return openSession(db, link.memberId, browser, now);
}
