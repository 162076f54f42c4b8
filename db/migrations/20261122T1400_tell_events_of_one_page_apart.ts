import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Chosen by chance when a page opens: what is told twice of it counts once.
  await sql`alter table events add column page bigint`.execute(db);
  // Rows are only ever added, in the order of time: a summary of each stretch of the table finds a
  // day's, in a thousandth of the room that the key took. Nothing refers to an event by its key.
  await sql`alter table events drop constraint events_pkey`.execute(db);
  await sql`create index events_at_id_index on events using brin (at, id) with (pages_per_range = 32, autosummarize = on)`.execute(
    db,
  );
}
