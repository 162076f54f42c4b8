import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Who answers, and how much is answered each week. Of all answers: one of the shown ones alone was
  // taken to look for a single answer before the table was analysed, and read as a whole each time.
  await db.schema
    .createIndex('answers_created_at_index')
    .on('answers')
    .column('created_at')
    .execute();
}
