import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // As those of questions and answers, which differ only in whose they are.
  await db.schema
    .createTable('comment_revisions')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('comment_id', 'integer', (column) =>
      column.notNull().references('comments.id').onDelete('cascade'),
    )
    .addColumn('title', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('tags', sql`text[]`)
    .addColumn('editor_id', 'integer', (column) => column.notNull().references('members.id'))
    .addColumn('reason', 'text')
    .addColumn('replaced_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('comment_revisions_comment_id_index')
    .on('comment_revisions')
    .column('comment_id')
    .execute();
  // A handful, in front of every list.
  await sql`
    create index questions_pinned_index on questions (pinned_at desc, id desc)
    where pinned_at is not null
      and hidden_at is null and deleted_at is null and duplicate_of_id is null`.execute(db);
}
