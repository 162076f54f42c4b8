import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Who answers, and how much is answered each week.
  await sql`
    create index answers_created_at_index on answers (created_at)
    where hidden_at is null and deleted_at is null`.execute(db);
}
