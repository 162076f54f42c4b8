import { type Kysely, sql } from 'kysely';

/** Kysely's own book-keeping; `migrate` writes it anew. */
const bookkeeping = /^kysely_migration/;

/** Names of all tables with data of ours, in alphabetical order. */
export async function listTables(db: Kysely<any>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname
  `.execute(db);
  return rows.map(({ name }) => name).filter((name) => !bookkeeping.test(name));
}

/** Names of the migrations that the database has been through, in order. */
export async function listMigrations(db: Kysely<any>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name
  `.execute(db);
  return rows.map(({ name }) => name);
}
