import { type Kysely, sql } from 'kysely';

/** Kysely's own book-keeping; `migrate` writes it anew. */
const bookkeeping = /^kysely_migration/;

/**
 * Keys that are destroyed after two days must not live on in a backup; limits are forgotten within
 * the hour anyway; and the words that texts are found by, and the articles that they lead to, are
 * made again as the texts come in.
 */
const transient = new Set([
  'visitor_salts',
  'rate_limits',
  'question_words',
  'answer_words',
  'article_mentions',
]);

/** Names of all tables whose data is worth keeping, in alphabetical order. */
export async function listTables(db: Kysely<any>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname
  `.execute(db);
  return rows
    .map(({ name }) => name)
    .filter((name) => !bookkeeping.test(name) && !transient.has(name));
}

/** Names of the migrations that the database has been through, in order. */
export async function listMigrations(db: Kysely<any>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name
  `.execute(db);
  return rows.map(({ name }) => name);
}
