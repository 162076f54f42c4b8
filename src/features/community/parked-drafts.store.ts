import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

interface Parked {
  place: string;
  /** JSON. */
  fields: string;
}

/** Keeps a draft until `until`, and forgets those whose time is over. */
export async function insertParked(
  db: Kysely<Database>,
  tokenHash: string,
  { place, fields }: Parked,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await db.deleteFrom('parked_drafts').where('expires_at', '<=', now).execute();
  await db
    .insertInto('parked_drafts')
    .values({ token_hash: tokenHash, place, fields, expires_at: until })
    .execute();
}

/** The fields of a draft that was parked in a place, as JSON. */
export async function findParked(
  db: Kysely<Database>,
  tokenHash: string,
  place: string,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('parked_drafts')
    .select('fields')
    .where('token_hash', '=', tokenHash)
    .where('place', '=', place)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.fields;
}

export async function deleteParked(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db.deleteFrom('parked_drafts').where('token_hash', '=', tokenHash).execute();
}
