import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import { findLink, type Purpose } from './mailed-links.store.ts';

/** The address that a mailed link went to, while it is good; nothing is changed. */
export async function readLink(
  db: Kysely<Database>,
  token: string,
  purpose: Purpose,
  now: Date,
): Promise<string | undefined> {
  return (await findLink(db, hashOfToken(token), purpose, now))?.email;
}
