import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // What authors decided about a comment, a search, a gap or a missing address.
  await db.schema
    .createTable('insight_states')
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('comment', 'search', 'missing-page')`),
    )
    // Which one: a series and a visitor, a locale and a query, or a path.
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('new', 'planned', 'fixed', 'dismissed')`),
    )
    .addColumn('note', 'text', (column) => column.notNull())
    // Where a missing address is to lead.
    .addColumn('target', 'text')
    .addColumn('by_id', 'integer', (column) => column.references('members.id').onDelete('set null'))
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('insight_states_pkey', ['kind', 'subject'])
    .execute();
  await db.schema
    .createIndex('insight_states_by_id_index')
    .on('insight_states')
    .column('by_id')
    .execute();

  // Readers who want to hear when a comment or a search of theirs has led to something.
  await db.schema
    .createTable('waiting_readers')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiting_readers_pkey', ['kind', 'subject', 'email'])
    .execute();

  // Reports that take long to put together, made beforehand.
  await db.schema
    .createTable('kept_reports')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('made_at', 'timestamptz', (column) => column.notNull())
    .addColumn('report', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_reports_pkey', ['name', 'period'])
    .execute();

  // Owners of articles who get the weekly mail, and who have stopped it.
  await db.schema
    .createTable('owner_mails')
    .addColumn('email', 'text', (column) => column.primaryKey())
    .addColumn('sent_at', 'timestamptz')
    .addColumn('stopped_at', 'timestamptz')
    .execute();

  // Verdicts on edits that have been told, so that each is told once.
  await db.schema
    .createTable('told_verdicts')
    .addColumn('series_id', 'integer', (column) =>
      column.primaryKey().references('article_series.id').onDelete('cascade'),
    )
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('told_at', 'timestamptz', (column) => column.notNull())
    .execute();
}
