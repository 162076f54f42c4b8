import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('visitor_salts')
    .addColumn('day', 'date', (column) => column.primaryKey())
    .addColumn('salt', 'bytea', (column) => column.notNull())
    .execute();

  // Unlogged: a crash may empty it, which costs nobody anything, and it spares every vote a write to disk.
  await sql`
    CREATE UNLOGGED TABLE rate_limits (
      key text PRIMARY KEY,
      points integer NOT NULL,
      expire bigint
    )
  `.execute(db);

  await db.schema
    .createTable('missing_pages')
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('referrer', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('first_seen_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_seen_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('missing_pages_pkey', ['path', 'referrer'])
    .execute();
}
