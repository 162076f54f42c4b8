import { type Kysely, sql } from 'kysely';

/** Takes away all queued jobs with their tables; they speak of rows that are no more. */
export async function dropJobs(db: Kysely<any>): Promise<void> {
  await sql`drop schema if exists graphile_worker cascade`.execute(db);
}

/** Removes every table and all data; what is left is as a new database. */
export async function empty(db: Kysely<any>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`drop schema if exists public cascade`.execute(trx);
    await sql`create schema public`.execute(trx);
    await dropJobs(trx);
  });
}
