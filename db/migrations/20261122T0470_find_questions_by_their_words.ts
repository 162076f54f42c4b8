import { sql, type Kysely } from 'kysely';

/** Letters of scripts that put no spaces between words. */
const UNSPACED =
  '\\u3005\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff';

/** Questions that are read at a time. */
const PORTION = 200;

export async function up(db: Kysely<any>): Promise<void> {
  // Postgres' parser takes what has such signs inside for one word: an address, a file, a tag.
  // And a Japanese sentence for a single one, so that of those scripts each two neighbouring
  // letters count as a word, first those that begin at even places, then those at odd ones.
  await sql`
    create function words_of(locale text, content text) returns tsvector
    immutable parallel safe language plpgsql as ${sql.lit(`
    declare
      plain text := translate(content, './_@:-#&=+~<>|\\', repeat(' ', 15));
      runs text;
    begin
      -- Most texts have few signs of more than one byte, and need no closer look.
      if octet_length(plain) > length(plain) + 1 and plain ~ '[${UNSPACED}]' then
        plain := normalize(plain, NFKC);
        runs := ' ' || regexp_replace(plain, '[^${UNSPACED}]+', ' ', 'g');
        plain := regexp_replace(plain, '([${UNSPACED}]{2})', ' \\1 ', 'g')
          || regexp_replace(
            regexp_replace(runs, ' [${UNSPACED}]', ' ', 'g'), '([${UNSPACED}]{2})', ' \\1 ', 'g');
      end if;
      return to_tsvector(language_of(locale), plain);
    end`)}`.execute(db);

  // Apart from the texts themselves: whatever is counted or voted there leaves these, and the
  // heavy index on them, alone. Only what everybody can read has its words here.
  for (const noun of ['question', 'answer']) {
    const table = db.schema
      .createTable(`${noun}_words`)
      .addColumn(`${noun}_id`, 'integer', (column) =>
        column.primaryKey().references(`${noun}s.id`).onDelete('cascade'),
      );
    const own =
      noun === 'question'
        ? table
        : table.addColumn('question_id', 'integer', (column) =>
            column.notNull().references('questions.id').onDelete('cascade'),
          );
    await own
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('is_solved', 'boolean', (column) => column.notNull())
      .addColumn('words', sql`tsvector`, (column) => column.notNull())
      .execute();
  }

  await sql`
    create function question_heading(locale text, title text, tags text[]) returns tsvector
    immutable parallel safe language sql as $$
      select setweight(words_of(locale, title), 'A')
        || setweight(words_of(locale, array_to_string(tags, ' ')), 'B')
    $$`.execute(db);
  // An answer is found by its words together with those of the question's title.
  await sql`
    create function add_answer_words(asked questions, only_id integer) returns void
    language sql as $$
      insert into answer_words
      select answers.id, asked.id, asked.locale, asked.category,
        asked.accepted_answer_id is not null,
        question_heading(asked.locale, asked.title, asked.tags)
          || setweight(words_of(asked.locale, body), 'C')
      from answers
      where question_id = asked.id and (only_id is null or answers.id = only_id)
        and hidden_at is null and deleted_at is null
        and asked.hidden_at is null and asked.deleted_at is null
        and asked.duplicate_of_id is null
    $$`.execute(db);
  await sql`
    create function add_question_words(asked questions) returns void
    language sql as $$
      insert into question_words
      select asked.id, asked.locale, asked.category, asked.accepted_answer_id is not null,
        question_heading(asked.locale, asked.title, asked.tags)
          || setweight(words_of(asked.locale, asked.body), 'B')
      where asked.hidden_at is null and asked.deleted_at is null
        and asked.duplicate_of_id is null
    $$`.execute(db);

  await sql`
    create function keep_question_words() returns trigger language plpgsql as $$
    begin
      delete from question_words where question_id = new.id;
      perform add_question_words(new);
      if tg_op = 'UPDATE' and (old.title, old.tags, old.locale)
          is not distinct from (new.title, new.tags, new.locale)
        and (old.hidden_at is null and old.deleted_at is null and old.duplicate_of_id is null)
          = (new.hidden_at is null and new.deleted_at is null and new.duplicate_of_id is null)
      then
        return null;
      end if;
      delete from answer_words where question_id = new.id;
      perform add_answer_words(new, null);
      return null;
    end $$`.execute(db);
  await sql`
    create function keep_place_of_words() returns trigger language plpgsql as $$
    begin
      update question_words
      set category = new.category, is_solved = new.accepted_answer_id is not null
      where question_id = new.id;
      update answer_words
      set category = new.category, is_solved = new.accepted_answer_id is not null
      where question_id = new.id;
      return null;
    end $$`.execute(db);
  await sql`
    create function keep_answer_words() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        delete from answer_words where answer_id = new.id;
      end if;
      perform add_answer_words(questions, new.id) from questions where id = new.question_id;
      return null;
    end $$`.execute(db);

  // In portions that no limit on the time of a statement cuts off.
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(id), 0) as last from questions`.execute(db);
  for (let from = 0; from < (rows[0]?.last ?? 0); from += PORTION) {
    await sql`
      select add_question_words(questions), add_answer_words(questions, null) from questions
      where id > ${from} and id <= ${from + PORTION}`.execute(db);
  }

  await sql`
    create trigger keep_words_of_new after insert on questions
    for each row execute function keep_question_words()`.execute(db);
  await sql`
    create trigger keep_words after update
    of title, tags, body, locale, hidden_at, deleted_at, duplicate_of_id on questions
    for each row
    when ((old.title, old.tags, old.body, old.locale, old.hidden_at, old.deleted_at, old.duplicate_of_id)
      is distinct from
      (new.title, new.tags, new.body, new.locale, new.hidden_at, new.deleted_at, new.duplicate_of_id))
    execute function keep_question_words()`.execute(db);
  await sql`
    create trigger keep_words_in_place after update of category, accepted_answer_id on questions
    for each row
    when (old.category <> new.category
      or (old.accepted_answer_id is null) <> (new.accepted_answer_id is null))
    execute function keep_place_of_words()`.execute(db);
  await sql`
    create trigger keep_words_of_new after insert on answers
    for each row execute function keep_answer_words()`.execute(db);
  await sql`
    create trigger keep_words after update of question_id, body, hidden_at, deleted_at on answers
    for each row
    when ((old.question_id, old.body, old.hidden_at, old.deleted_at)
      is distinct from (new.question_id, new.body, new.hidden_at, new.deleted_at))
    execute function keep_answer_words()`.execute(db);

  for (const noun of ['question', 'answer']) {
    const name = (end: string) => sql.raw(`${noun}_words_${end}_index`);
    const table = sql.table(`${noun}_words`);
    // A small list of what is still to be indexed: a search reads all of it.
    await sql`create index ${name('words')} on ${table} using gin (words) with (gin_pending_list_limit = 256)`.execute(
      db,
    );
    // A common word is looked for among the newest, one after the other.
    for (const [end, columns] of [
      ['newest', 'locale'],
      ['newest_of_category', 'locale, category'],
    ] as const) {
      await sql`create index ${name(end)} on ${table} (${sql.raw(columns)}, ${sql.ref(`${noun}_id`)} desc)`.execute(
        db,
      );
    }
  }
  await sql`create index answer_words_question_id_index on answer_words (question_id)`.execute(db);
}
