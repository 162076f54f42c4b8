import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Number of the last event that was given one; those with a greater one come later. */
export async function lastEventId(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    SELECT last_value AS id FROM pg_sequences
    WHERE schemaname = 'public' AND sequencename = 'events_id_seq'`.execute(db);
  return rows[0]?.id ?? '0';
}

/** Up to which event days were counted; null before the first time. */
export async function countedUpTo(db: Kysely<Database>): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    SELECT max(last_event_id) AS id FROM rolled_days`.execute(db);
  return rows[0]?.id ?? null;
}

/** Days (yyyy-mm-dd) of events that came after a certain one. */
export async function daysAfter(db: Kysely<Database>, id: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    SELECT DISTINCT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
    FROM events WHERE id > ${id}::bigint ORDER BY day`.execute(db);
  return rows.map(({ day }) => day);
}

/** @param lastEventId as it was before the day was counted */
export async function markRolled(
  trx: Transaction<Database>,
  day: string,
  lastEventId: string,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO rolled_days (day, rolled_at, last_event_id)
    VALUES (${day}::date, ${now}, ${lastEventId}::bigint)
    ON CONFLICT (day) DO UPDATE SET
      rolled_at = excluded.rolled_at, last_event_id = excluded.last_event_id`.execute(trx);
}

/** Of two processes, the second waits: a day that is counted twice at once would count double. */
export async function lockRollUp(trx: Transaction<Database>): Promise<void> {
  await sql`LOCK TABLE rolled_days IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}
