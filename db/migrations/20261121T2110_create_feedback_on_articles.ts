import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('article_feedback')
    .addColumn('series_id', 'integer', (column) =>
      column.notNull().references('article_series.id').onDelete('cascade'),
    )
    .addColumn('revision_id', 'integer', (column) =>
      column.notNull().references('article_revisions.id').onDelete('cascade'),
    )
    .addColumn('visitor', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull().check(sql`answer in ('yes', 'no')`))
    .addColumn('reason', 'text')
    .addColumn('comment', 'text', (column) => column.check(sql`char_length(comment) <= 1000`))
    .addColumn('section', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    // Also the index by which a series' votes are counted.
    .addPrimaryKeyConstraint('article_feedback_pkey', ['series_id', 'visitor'])
    .execute();

  await db.schema
    .createTable('trapped_feedback')
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('trap', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('trapped_feedback_pkey', ['day', 'trap'])
    .execute();
}
