import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable('members')
    // Until when a member may not write, or do anything; the year 9999 is for good.
    .addColumn('silenced_until', 'timestamptz')
    .addColumn('suspended_until', 'timestamptz')
    .execute();
  for (const table of ['questions', 'answers', 'comments']) {
    await db.schema.alterTable(table).addColumn('hidden_for', 'text').execute();
    await sql`
      alter table ${sql.table(table)} add constraint ${sql.raw(`${table}_hidden_for_check`)}
      check (hidden_for in ('held', 'flags', 'moderator'))`.execute(db);
  }

  await db.schema
    .createTable('question_follows')
    .addColumn('question_id', 'integer', (column) =>
      column.notNull().references('questions.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_follows_pkey', ['question_id', 'member_id'])
    .execute();
  await db.schema
    .createIndex('question_follows_member_id_index')
    .on('question_follows')
    .column('member_id')
    .execute();

  // A shelf is a category or a tag.
  await db.schema
    .createTable('shelf_follows')
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('category', 'tag')`))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('shelf_follows_pkey', ['kind', 'name', 'member_id'])
    .execute();
  await db.schema
    .createIndex('shelf_follows_member_id_index')
    .on('shelf_follows')
    .column('member_id')
    .execute();
}
