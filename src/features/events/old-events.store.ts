import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Months that have a partition, by their first day (yyyy-mm-01), oldest first. */
export async function listMonths(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    SELECT replace(substring(relname FROM 8), '_', '-') || '-01' AS month
    FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'events'::regclass AND relname ~ '^events_\\d{4}_\\d{2}$'
    ORDER BY month`.execute(db);
  return rows.map(({ month }) => month);
}

/** Takes a month with all its events away, unless another process has. */
export async function dropMonth(db: Kysely<Database>, month: string): Promise<void> {
  const table = sql.table(`events_${month.slice(0, 7).replace('-', '_')}`);
  await sql`DROP TABLE IF EXISTS ${table}`.execute(db);
}

/** Deletes events from before a day (yyyy-mm-dd) that had no month to go to. */
export async function deleteUnplaced(db: Kysely<Database>, before: string): Promise<void> {
  await sql`DELETE FROM events_unplaced WHERE at < ${before}::date::timestamp AT TIME ZONE 'UTC'`.execute(
    db,
  );
}
