import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** When events were last counted; null before the first time. */
export async function countedAt(db: Kysely<Database>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT max(rolled_at) AS at FROM rolled_days`.execute(db);
  return rows[0]?.at ?? null;
}
