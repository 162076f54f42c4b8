import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Most mails are sent; those that are not are counted every few seconds.
  await sql`create index mails_unsent_index on mails (id) where sent_at is null`.execute(db);
}
