import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('api_tokens')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    // What its owner calls it.
    .addColumn('name', 'text', (column) => column.notNull())
    // SHA-256 of the token that only its owner has, in hex.
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('scopes', sql`text[]`, (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    // Null for one that does not expire.
    .addColumn('expires_at', 'timestamptz')
    // Written at most once an hour.
    .addColumn('used_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('api_tokens_member_id_index')
    .on('api_tokens')
    .column('member_id')
    .execute();
}
