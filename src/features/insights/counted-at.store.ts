import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** When events were last counted; null before the first time. */
export async function countedAt(db: Kysely<Database>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT max(rolled_at) AS at FROM rolled_days`.execute(db);
  return rows[0]?.at ?? null;
}

/** The day of the first events that were counted; null before there were any. */
export async function firstCountedDay(db: Kysely<Database>): Promise<Date | null> {
  const { rows } = await sql<{ day: Date | null }>`
    SELECT min(day)::timestamptz AS day FROM rolled_days`.execute(db);
  return rows[0]?.day ?? null;
}
