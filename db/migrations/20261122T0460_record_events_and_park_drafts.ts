import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // What visitors did, never changed once written. A month is a partition, made ahead; what comes
  // when nobody has made its month waits in the last one.
  await sql`
    create table events (
      id bigserial not null,
      at timestamptz not null,
      kind text not null,
      -- Keyed hash; leads back to nobody once its day's salt is destroyed.
      visitor text not null,
      bucket text not null check (bucket in ('person', 'program')),
      locale text not null,
      -- No references: events outlive what they are about.
      article_id integer,
      article_revision_id integer,
      question_id integer,
      details jsonb not null default '{}',
      primary key (id, at)
    ) partition by range (at)`.execute(db);
  await sql`create table events_unplaced partition of events default`.execute(db);
  await sql`create index events_visitor_at_index on events (visitor, at)`.execute(db);

  // What somebody had typed when they were asked to sign in.
  await db.schema
    .createTable('parked_drafts')
    // Only the address that leads back has the token.
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('parked_drafts_expires_at_index')
    .on('parked_drafts')
    .column('expires_at')
    .execute();

  // Handles that begin like what is typed after an @.
  await sql`create index members_handle_beginning_index on members (lower(handle) text_pattern_ops) where deleted_at is null`.execute(
    db,
  );
}
