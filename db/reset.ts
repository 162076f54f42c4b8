import { type Kysely, sql } from 'kysely';

/** Removes every table and all data; what is left is as a new database. */
export async function empty(db: Kysely<any>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`drop schema if exists public cascade`.execute(trx);
    await sql`create schema public`.execute(trx);
  });
}
