import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Two members may upload the same picture: it is one file, named by its content.
  await db.schema
    .createTable('uploads')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    // When a posted text was first found to show it; until then it may have been in vain.
    .addColumn('used_at', 'timestamptz')
    .addPrimaryKeyConstraint('uploads_pkey', ['name', 'member_id'])
    .execute();
  await db.schema
    .createIndex('uploads_member_id_index')
    .on('uploads')
    .column('member_id')
    .execute();
  await sql`create index uploads_unused_index on uploads (created_at) where used_at is null`.execute(
    db,
  );
  await db.schema.alterTable('members').addColumn('avatar', 'text').execute();
}
