import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

type Table = CreateTableBuilder<string, any>;

/** What everything that members write has. */
const written = (table: Table) =>
  table
    .addColumn('author_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('restrict'),
    )
    // As typed, and as shown.
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('edited_at', 'timestamptz')
    .addColumn('hidden_at', 'timestamptz')
    .addColumn('deleted_at', 'timestamptz')
    .addColumn('deleted_by_id', 'integer', (column) => column.references('members.id'));

const counter = (table: Table, name: string) =>
  table.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0));

export async function up(db: Kysely<any>): Promise<void> {
  const questions = written(
    db.schema
      .createTable('questions')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
  )
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('tags', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('active_at', 'timestamptz', (column) => column.notNull())
    .addColumn('accepted_answer_id', 'integer')
    .addColumn('accepted_at', 'timestamptz')
    .addColumn('accepted_by_id', 'integer', (column) => column.references('members.id'))
    .addColumn('duplicate_of_id', 'integer', (column) => column.references('questions.id'))
    .addColumn('locked_at', 'timestamptz')
    .addColumn('pinned_at', 'timestamptz')
    // What the asker came from.
    .addColumn('article_id', 'integer', (column) => column.references('articles.id'))
    .addColumn('article_revision_id', 'integer', (column) =>
      column.references('article_revisions.id'),
    )
    .addColumn('searched', 'text');
  const counted = ['answer_count', 'score', 'same_count'].reduce(counter, questions);
  await counted.execute();

  const answers = written(
    db.schema
      .createTable('answers')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('question_id', 'integer', (column) =>
        column.notNull().references('questions.id').onDelete('cascade'),
      ),
  ).addColumn('official', 'boolean', (column) => column.notNull().defaultTo(false));
  await counter(answers, 'score').execute();
  await db.schema
    .alterTable('questions')
    .addForeignKeyConstraint(
      'questions_accepted_answer_id_foreign',
      ['accepted_answer_id'],
      'answers',
      ['id'],
    )
    .execute();

  await written(
    db.schema
      .createTable('comments')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('question_id', 'integer', (column) =>
        column.notNull().references('questions.id').onDelete('cascade'),
      )
      // Absent when it is about the question itself.
      .addColumn('answer_id', 'integer', (column) =>
        column.references('answers.id').onDelete('cascade'),
      ),
  ).execute();

  for (const noun of ['question', 'answer']) {
    const target = (table: Table) =>
      table.addColumn(`${noun}_id`, 'integer', (column) =>
        column.notNull().references(`${noun}s.id`).onDelete('cascade'),
      );
    await target(db.schema.createTable(`${noun}_votes`))
      .addColumn('member_id', 'integer', (column) =>
        column.notNull().references('members.id').onDelete('cascade'),
      )
      .addColumn('value', 'integer', (column) => column.notNull().check(sql`value in (-1, 1)`))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${noun}_votes_pkey`, [`${noun}_id`, 'member_id'])
      .execute();
    // States before each edit; the present one is in the row itself.
    await target(
      db.schema
        .createTable(`${noun}_revisions`)
        .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity()),
    )
      .addColumn('title', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('tags', sql`text[]`)
      .addColumn('editor_id', 'integer', (column) => column.notNull().references('members.id'))
      .addColumn('reason', 'text')
      .addColumn('replaced_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex(`${noun}_revisions_${noun}_id_index`)
      .on(`${noun}_revisions`)
      .column(`${noun}_id`)
      .execute();
    await db.schema
      .createIndex(`${noun}_votes_member_id_index`)
      .on(`${noun}_votes`)
      .column('member_id')
      .execute();
  }

  await db.schema
    .createTable('same_questions')
    .addColumn('question_id', 'integer', (column) =>
      column.notNull().references('questions.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('same_questions_pkey', ['question_id', 'member_id'])
    .execute();

  await db.schema
    .createTable('drafts')
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    // `ask`, or `answer/<question id>`.
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_pkey', ['member_id', 'place'])
    .execute();

  // Every list is one of these, read along the index; hidden and deleted questions are in none.
  const shown = sql`hidden_at is null and deleted_at is null and duplicate_of_id is null`;
  for (const [name, order] of [
    ['newest', sql`(created_at desc, id desc)`],
    ['active', sql`(active_at desc, id desc)`],
    ['helpful', sql`(score desc, id desc)`],
    ['newest_of_category', sql`(category, created_at desc, id desc)`],
    ['active_of_category', sql`(category, active_at desc, id desc)`],
    ['helpful_of_category', sql`(category, score desc, id desc)`],
  ] as const) {
    await sql`create index ${sql.raw(`questions_${name}_index`)} on questions ${order} where ${shown}`.execute(
      db,
    );
  }
  const unanswered = sql`answer_count = 0 and ${shown}`;
  await sql`create index questions_unanswered_index on questions (created_at desc, id desc) where ${unanswered}`.execute(
    db,
  );
  await sql`create index questions_unanswered_of_category_index on questions (category, created_at desc, id desc) where ${unanswered}`.execute(
    db,
  );
  await sql`create index questions_tags_index on questions using gin (tags) where ${shown}`.execute(
    db,
  );
  // Titles that are like another: by their words, and by their letters where a word is mistyped.
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create function language_of(locale text) returns regconfig immutable parallel safe
    return case split_part(locale, '-', 1)
      when 'en' then 'english'::regconfig
      when 'de' then 'german'::regconfig
      when 'ar' then 'arabic'::regconfig
      else 'simple'::regconfig
    end`.execute(db);
  await sql`create index questions_title_words_index on questions using gin (to_tsvector(language_of(locale), title)) where ${shown}`.execute(
    db,
  );
  await sql`create index questions_title_letters_index on questions using gin (title gin_trgm_ops) where ${shown}`.execute(
    db,
  );
  for (const [table, columns] of [
    ['questions', ['author_id', 'id desc']],
    ['questions', ['duplicate_of_id']],
    ['questions', ['article_id']],
    ['answers', ['question_id', 'id']],
    ['answers', ['author_id', 'id desc']],
    ['comments', ['question_id', 'id']],
    ['comments', ['author_id']],
    ['comments', ['answer_id']],
    ['same_questions', ['member_id']],
  ] as const) {
    const name = [table, ...columns.map((column) => column.replace(' desc', '')), 'index'];
    await db.schema
      .createIndex(name.join('_'))
      .on(table)
      .columns([...columns])
      .execute();
  }
}
