import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Which of some visitors' codes have an event after `since`. */
export async function codesSeenSince(
  db: Kysely<Database>,
  codes: string[],
  since: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM unnest(${codes}::text[]) AS code
    CROSS JOIN LATERAL (
      -- With a limit each code is looked up in the index; without, all of the day's events are read.
      SELECT FROM events WHERE visitor = code AND at > ${since} LIMIT 1
    ) AS seen`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
