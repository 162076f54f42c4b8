import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

type Table = CreateTableBuilder<string, any>;

/** A question, answer or comment, and the question that it belongs to. */
const about = (table: Table) =>
  table
    .addColumn('noun', 'text', (column) =>
      column.notNull().check(sql`noun in ('question', 'answer', 'comment')`),
    )
    .addColumn('writing_id', 'integer', (column) => column.notNull())
    .addColumn('question_id', 'integer', (column) =>
      column.notNull().references('questions.id').onDelete('cascade'),
    );

export async function up(db: Kysely<any>): Promise<void> {
  // When a moderator first let something of theirs stand.
  await db.schema.alterTable('members').addColumn('approved_at', 'timestamptz').execute();

  // What waits for a moderator, and what was decided; of one text at most one is open.
  await about(
    db.schema
      .createTable('review_items')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
  )
    .addColumn('author_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('held', 'flags', 'first-post')`),
    )
    // Why it is held.
    .addColumn('reasons', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
    // Whether nobody has read the text yet, so that letting it stand is news.
    .addColumn('is_unread', 'boolean', (column) => column.notNull().defaultTo(false))
    // Who had accepted it, and when, until it was hidden.
    .addColumn('accepted_by_id', 'integer', (column) => column.references('members.id'))
    .addColumn('accepted_at', 'timestamptz')
    .addColumn('claimed_by_id', 'integer', (column) => column.references('members.id'))
    .addColumn('claimed_until', 'timestamptz')
    .addColumn('decided_at', 'timestamptz')
    .addColumn('decided_by_id', 'integer', (column) => column.references('members.id'))
    .addColumn('outcome', 'text', (column) => column.check(sql`outcome in ('kept', 'removed')`))
    // As the author reads it.
    .addColumn('reason', 'text')
    .execute();
  await sql`create unique index review_items_open_unique on review_items (noun, writing_id) where decided_at is null`.execute(
    db,
  );
  await sql`create index review_items_waiting_index on review_items (opened_at, id) where decided_at is null`.execute(
    db,
  );

  await about(
    db.schema
      .createTable('flags')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
  )
    .addColumn('item_id', 'integer', (column) =>
      column.notNull().references('review_items.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('reason', 'text', (column) =>
      column.notNull().check(sql`reason in ('spam', 'unkind', 'off-topic', 'private', 'other')`),
    )
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    // What it counted for when it was raised, in hundredths.
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('decided_at', 'timestamptz')
    .addColumn('is_upheld', 'boolean')
    .execute();
  await sql`create unique index flags_open_unique on flags (noun, writing_id, member_id) where decided_at is null`.execute(
    db,
  );

  await db.schema
    .createTable('sanctions')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('warning', 'silence', 'suspension')`),
    )
    // As the member reads it.
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('by_id', 'integer', (column) => column.notNull().references('members.id'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    // Absent for a warning; the year 9999 is for good.
    .addColumn('ends_at', 'timestamptz')
    .addColumn('lifted_at', 'timestamptz')
    .addColumn('lifted_by_id', 'integer', (column) => column.references('members.id'))
    .execute();

  // What new members posted in the last days, to know it again when another brings it.
  await db.schema
    .createTable('newcomer_posts')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('text_hash', 'text', (column) => column.notNull())
    // Hosts that its links lead to.
    .addColumn('hosts', sql`text[]`, (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await sql`create index newcomer_posts_hosts_index on newcomer_posts using gin (hosts)`.execute(
    db,
  );

  for (const [table, columns] of [
    ['review_items', ['author_id']],
    ['review_items', ['question_id']],
    ['flags', ['item_id']],
    ['flags', ['member_id', 'created_at']],
    ['flags', ['question_id']],
    ['flags', ['created_at']],
    ['sanctions', ['member_id']],
    ['newcomer_posts', ['member_id']],
    ['newcomer_posts', ['text_hash']],
    ['newcomer_posts', ['created_at']],
  ] as const) {
    await db.schema
      .createIndex([table, ...columns, 'index'].join('_'))
      .on(table)
      .columns([...columns])
      .execute();
  }
}
