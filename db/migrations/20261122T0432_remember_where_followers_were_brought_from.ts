import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // The repeated question whose members came along, so that they can be given back exactly.
  for (const table of ['same_questions', 'question_follows']) {
    await db.schema
      .alterTable(table)
      .addColumn('brought_from_id', 'integer', (column) => column.references('questions.id'))
      .execute();
  }
}
