import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** More addresses than anybody will mend; a scanner could invent them for ever. */
const ADDRESSES_MAX = 10_000;

/**
 * Counts one request for an address that does not exist. When the table is full, the address that
 * was seen least and longest ago makes room.
 */
export async function countMissingPage(
  db: Kysely<Database>,
  { path, referrer, at }: { path: string; referrer: string; at: Date },
): Promise<void> {
  await sql`
    WITH surplus AS (
      DELETE FROM missing_pages
      WHERE (path, referrer) IN (
        SELECT path, referrer FROM missing_pages
        WHERE (SELECT count(*) FROM missing_pages) >= ${ADDRESSES_MAX}
          AND (path, referrer) <> (${path}, ${referrer})
        ORDER BY count, last_seen_at
        LIMIT 1
      )
    )
    INSERT INTO missing_pages AS known (path, referrer, count, first_seen_at, last_seen_at)
    VALUES (${path}, ${referrer}, 1, ${at}, ${at})
    ON CONFLICT (path, referrer) DO UPDATE
      SET count = known.count + 1, last_seen_at = excluded.last_seen_at
  `.execute(db);
}
