import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('articles')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('revision_id', 'integer')
    .addColumn('first_seen_at', 'timestamptz', (column) => column.notNull())
    .addColumn('removed_at', 'timestamptz')
    .addUniqueConstraint('articles_address_unique', ['locale', 'category', 'slug'])
    .execute();

  await db.schema
    .createTable('article_series')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('article_id', 'integer', (column) =>
      column.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('ended_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('article_series_article_id_index')
    .on('article_series')
    .column('article_id')
    .execute();

  await db.schema
    .createTable('article_revisions')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('article_id', 'integer', (column) =>
      column.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('series_id', 'integer', (column) =>
      column.notNull().references('article_series.id').onDelete('cascade'),
    )
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('first_seen_at', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('article_revisions_article_id_hash_unique', ['article_id', 'hash'])
    .execute();
  await db.schema
    .createIndex('article_revisions_series_id_index')
    .on('article_revisions')
    .column('series_id')
    .execute();

  // Each of the two tables points at the other, so this one waits until both are there.
  await db.schema
    .alterTable('articles')
    .addForeignKeyConstraint(
      'articles_revision_id_foreign',
      ['revision_id'],
      'article_revisions',
      ['id'],
      (constraint) => constraint.onDelete('set null'),
    )
    .execute();
}
