import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** A row that was added (no `was`), changed, or deleted (no `is`). */
export interface WrittenRow {
  table: string;
  was: Record<string, unknown> | null;
  is: Record<string, unknown> | null;
}

/** From now on the database keeps a list of all that is written in it. */
export async function noteWrites(db: Kysely<Database>): Promise<void> {
  await sql`CREATE TABLE written (
    id bigint GENERATED ALWAYS AS IDENTITY, "table" text NOT NULL, was jsonb, "is" jsonb
  )`.execute(db);
  await sql`
    CREATE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      -- A row that stays as it was is not written, whatever the statement.
      IF OLD IS DISTINCT FROM NEW THEN
        INSERT INTO written ("table", was, "is")
        VALUES (TG_ARGV[0], to_jsonb(OLD), to_jsonb(NEW));
      END IF;
      RETURN NULL;
    END $$`.execute(db);
  for (const table of await tablesOf(db)) {
    await sql`
      CREATE TRIGGER note_written AFTER INSERT OR UPDATE OR DELETE ON ${sql.table(table)}
      FOR EACH ROW EXECUTE FUNCTION note_written(${sql.lit(table)})`.execute(db);
  }
}

/** The tables of ours; a partitioned one counts once. */
export async function tablesOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND relname NOT LIKE 'kysely%' AND relname <> 'written' ORDER BY relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** What was written since the last call. */
export async function takeWritten(db: Kysely<Database>): Promise<WrittenRow[]> {
  const { rows } = await sql<WrittenRow & { id: string }>`
    WITH taken AS (DELETE FROM written RETURNING *)
    SELECT id, "table", was, "is" FROM taken ORDER BY id`.execute(db);
  return rows.map(({ table, was, is }) => ({ table, was, is }));
}
