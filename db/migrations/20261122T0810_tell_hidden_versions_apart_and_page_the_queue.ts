import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  for (const noun of ['question', 'answer', 'comment']) {
    await db.schema
      .alterTable(`${noun}_revisions`)
      .addColumn('was_hidden', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute();
  }
  // The queue has pages now, and goes by this order.
  await sql`drop index review_items_waiting_index`.execute(db);
  await sql`create index review_items_waiting_index on review_items ((kind = 'first-post'), opened_at, id) where decided_at is null`.execute(
    db,
  );
}
