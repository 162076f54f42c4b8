import { sql, type Kysely, type CreateTableBuilder } from 'kysely';

/** Of one UTC day; a day is counted anew as a whole, so no row needs a key of its own. */
const daily = (db: Kysely<any>, name: string): CreateTableBuilder<string, 'day'> =>
  db.schema.createTable(name).addColumn('day', 'date', (column) => column.notNull());

const text = (column: any) => column.notNull();
const count = (column: any) => column.notNull().defaultTo(0);

export async function up(db: Kysely<any>): Promise<void> {
  // All reports read these; what happened in `events` is counted into them day by day.
  await daily(db, 'site_days')
    .addColumn('locale', 'text', text)
    .addColumn('visits', 'integer', count)
    // Of them, with at least one read.
    .addColumn('reading', 'integer', count)
    // Of those, with an escalation within 24 hours.
    .addColumn('escalated', 'integer', count)
    // With a search, and those whose last search was no miss.
    .addColumn('searching', 'integer', count)
    .addColumn('found', 'integer', count)
    // By the rank of the first result that was opened.
    .addColumn('rank_1', 'integer', count)
    .addColumn('rank_2', 'integer', count)
    .addColumn('rank_3', 'integer', count)
    .addColumn('rank_4_to_10', 'integer', count)
    .addColumn('rank_later', 'integer', count)
    // Codes of programs, kept apart.
    .addColumn('programs', 'integer', count)
    // Sums of the tables below, so that nobody has to add up thousands of rows for one number.
    .addColumn('views', 'integer', count)
    .addColumn('reads', 'integer', count)
    .addColumn('failed', 'integer', count)
    .addColumn('dated_reads', 'integer', count)
    .addColumn('fresh_reads', 'integer', count)
    .addColumn('searches', 'integer', count)
    .addColumn('missed', 'integer', count)
    .addColumn('nothing', 'integer', count)
    .addColumn('partial', 'integer', count)
    .execute();

  await daily(db, 'article_days')
    .addColumn('locale', 'text', text)
    .addColumn('article_id', 'integer', text)
    .addColumn('article_revision_id', 'integer')
    .addColumn('views', 'integer', count)
    .addColumn('reads', 'integer', count)
    .addColumn('escalated', 'integer', count)
    // Reads while the article had a review date, and those before it had passed.
    .addColumn('dated_reads', 'integer', count)
    .addColumn('fresh_reads', 'integer', count)
    // Views by visible seconds, in the classes of reading-time.ts.
    .addColumn('seconds', sql`integer[]`, (column) => column.notNull())
    .execute();

  await daily(db, 'article_next_days')
    .addColumn('locale', 'text', text)
    .addColumn('article_id', 'integer', text)
    .addColumn('next_step', 'text', text)
    .addColumn('next_article_id', 'integer')
    .addColumn('visits', 'integer', count)
    .execute();

  // One row for each escalation and each article that its visitor had read before it.
  await daily(db, 'article_escalations')
    .addColumn('at', 'timestamptz', text)
    .addColumn('locale', 'text', text)
    .addColumn('article_id', 'integer', text)
    .addColumn('article_revision_id', 'integer')
    .addColumn('form', 'text', text)
    .addColumn('question_id', 'integer')
    .addColumn('request_id', 'integer')
    .execute();

  await daily(db, 'search_days')
    .addColumn('locale', 'text', text)
    .addColumn('query', 'text', text)
    .addColumn('visits', 'integer', count)
    .addColumn('partial', 'integer', count)
    .addColumn('nothing', 'integer', count)
    .addColumn('clicked', 'integer', count)
    .addColumn('missed', 'integer', count)
    .execute();

  await daily(db, 'search_click_days')
    .addColumn('locale', 'text', text)
    .addColumn('query', 'text', text)
    .addColumn('article_id', 'integer')
    .addColumn('question_id', 'integer')
    .addColumn('visits', 'integer', count)
    .execute();

  await daily(db, 'search_change_days')
    .addColumn('locale', 'text', text)
    .addColumn('query', 'text', text)
    .addColumn('next_query', 'text', text)
    .addColumn('visits', 'integer', count)
    // Of them, those in which a result of the next query was opened.
    .addColumn('next_clicked', 'integer', count)
    .execute();

  await daily(db, 'funnel_days')
    .addColumn('locale', 'text', text)
    .addColumn('form', 'text', text)
    .addColumn('outcome', 'text', text)
    .addColumn('visits', 'integer', count)
    .addColumn('shown', 'integer', count)
    .addColumn('opened', 'integer', count)
    .execute();

  await daily(db, 'missing_page_days')
    .addColumn('path', 'text', text)
    // Host only, never the page; empty when the browser sent none.
    .addColumn('referrer', 'text', text)
    .addColumn('visits', 'integer', count)
    .execute();

  await daily(db, 'channel_days')
    .addColumn('locale', 'text', text)
    .addColumn('channel', 'text', text)
    .addColumn('visits', 'integer', count)
    .execute();

  const byDay = [
    'site_days',
    'article_days',
    'article_escalations',
    'search_days',
    'search_click_days',
    'search_change_days',
    'funnel_days',
    'missing_page_days',
    'channel_days',
    'article_next_days',
  ];
  for (const table of byDay) {
    await db.schema.createIndex(`${table}_day_index`).on(table).column('day').execute();
  }
  const byArticle = [
    'article_days',
    'article_next_days',
    'article_escalations',
    'search_click_days',
  ];
  for (const table of byArticle) {
    await db.schema
      .createIndex(`${table}_article_id_day_index`)
      .on(table)
      .columns(['article_id', 'day'])
      .execute();
  }
  await db.schema
    .createIndex('search_days_query_index')
    .on('search_days')
    .columns(['query', 'day'])
    .execute();

  // Which days are counted, and up to which event: one that comes later has its day counted again.
  await db.schema
    .createTable('rolled_days')
    .addColumn('day', 'date', (column) => column.primaryKey())
    .addColumn('rolled_at', 'timestamptz', text)
    .addColumn('last_event_id', 'bigint', text)
    .execute();

  // By when somebody has to look at an article again.
  await db.schema.alterTable('articles').addColumn('review_by', 'date').execute();

  // What was counted of missing addresses so far stands on the day on which each was seen last.
  await sql`
    insert into missing_page_days (day, path, referrer, visits)
    select (last_seen_at at time zone 'UTC')::date, path, referrer, count from missing_pages`.execute(
    db,
  );
  await db.schema.dropTable('missing_pages').execute();
}
