import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Beyond so many addresses only known ones are counted: a scanner could invent more for ever. */
const ADDRESSES_MAX = 10_000;

/** Counts one request for an address that does not exist. */
export async function countMissingPage(
  db: Kysely<Database>,
  { path, referrer, at }: { path: string; referrer: string; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO missing_pages AS known (path, referrer, count, first_seen_at, last_seen_at)
    SELECT ${path}, ${referrer}, 1, ${at}, ${at}
    WHERE (SELECT count(*) FROM missing_pages) < ${ADDRESSES_MAX}
      OR EXISTS (SELECT FROM missing_pages WHERE path = ${path} AND referrer = ${referrer})
    ON CONFLICT (path, referrer) DO UPDATE
      SET count = known.count + 1, last_seen_at = excluded.last_seen_at
  `.execute(db);
}
