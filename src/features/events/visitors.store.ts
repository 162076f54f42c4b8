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
    WHERE EXISTS (SELECT FROM events WHERE visitor = code AND at > ${since})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
