import { sql, type Kysely } from 'kysely';

/** Texts that are read at a time, so that no limit on the time of a statement cuts off. */
const PORTION = 10_000;

const TABLES = ['questions', 'answers', 'comments'];

export async function up(db: Kysely<any>): Promise<void> {
  // As members see it, not as it is encoded; what is no good encoding stays as it is.
  await sql`
    create function decoded_part(part text) returns text
    immutable parallel safe language plpgsql as $$
    begin
      if strpos(part, '%') = 0 then return part; end if;
      return (
        select convert_from(string_agg(
          case when length(sign[1]) = 3 then decode(substr(sign[1], 2), 'hex')
            else convert_to(sign[1], 'UTF8') end, ''::bytea order by place), 'UTF8')
        from regexp_matches(part, '%[0-9a-fA-F]{2}|.', 'g') with ordinality as signs (sign, place));
    exception when others then return part;
    end $$`.execute(db);

  // Which of our articles' addresses a text leads to. The address, not the article: what stands
  // there may change, and a link to an address that is no article is what has to be found.
  await db.schema
    .createTable('article_mentions')
    .addColumn('noun', 'text', (column) =>
      column.notNull().check(sql`noun in ('question', 'answer', 'comment')`),
    )
    .addColumn('writing_id', 'integer', (column) => column.notNull())
    // Scheme and host, where the link has them: it may lead to another site's articles.
    .addColumn('origin', 'text', (column) => column.notNull())
    // Empty where the address names none.
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_mentions_pkey', [
      'noun',
      'writing_id',
      'origin',
      'locale',
      'category',
      'slug',
    ])
    .execute();
  await db.schema
    .createIndex('article_mentions_category_slug_index')
    .on('article_mentions')
    .columns(['category', 'slug'])
    .execute();

  // The HTML is made of Markdown by us: a quotation mark ends every address in it.
  await sql`
    create function note_article_mentions(of text, id integer, html text) returns void
    language sql as $$
      insert into article_mentions
      select distinct of, id, coalesce(lower(part[1]), ''), coalesce(part[2], ''),
        decoded_part(part[3]), decoded_part(part[4])
      from regexp_matches(html,
        '<a [^>]*?href="(https?://[^"/?#]+)?(?:/([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*))?/articles/([^"/?#]+)/([^"/?#]+)/?["?#]',
        'g') as part
    $$`.execute(db);
  await sql`
    create function keep_article_mentions() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        delete from article_mentions where noun = tg_argv[0] and writing_id = old.id;
      end if;
      if tg_op <> 'DELETE' then
        perform note_article_mentions(tg_argv[0], new.id, new.html);
      end if;
      return null;
    end $$`.execute(db);
  for (const table of TABLES) {
    const noun = table.slice(0, -1);
    // Most texts lead to no article, and cost nothing.
    const deeds = {
      insert: `insert on ${table} for each row when (strpos(new.html, '/articles/') > 0)`,
      update: `update of html on ${table} for each row
        when (strpos(old.html, '/articles/') > 0 or strpos(new.html, '/articles/') > 0)`,
      delete: `delete on ${table} for each row when (strpos(old.html, '/articles/') > 0)`,
    };
    for (const [deed, when] of Object.entries(deeds)) {
      await sql`
        create trigger ${sql.id(`${table}_article_mentions_${deed}`)} after ${sql.raw(when)}
        execute function keep_article_mentions(${sql.lit(noun)})`.execute(db);
    }
    const { rows } = await sql<{ last: number }>`
      select coalesce(max(id), 0) as last from ${sql.table(table)}`.execute(db);
    for (let from = 0; from < (rows[0]?.last ?? 0); from += PORTION) {
      await sql`
        select note_article_mentions(${noun}, id, html) from ${sql.table(table)}
        where id > ${from} and id <= ${from + PORTION} and strpos(html, '/articles/') > 0`.execute(
        db,
      );
    }
  }

  // That somebody has looked at an answer after its article changed.
  await db.schema
    .createTable('link_reviews')
    .addColumn('answer_id', 'integer', (column) =>
      column.notNull().references('answers.id').onDelete('cascade'),
    )
    .addColumn('article_id', 'integer', (column) =>
      column.notNull().references('articles.id').onDelete('cascade'),
    )
    .addColumn('reviewed_at', 'timestamptz', (column) => column.notNull())
    .addColumn('reviewed_by_id', 'integer', (column) => column.notNull().references('members.id'))
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('link_reviews_pkey', ['answer_id', 'article_id'])
    .execute();
  for (const column of ['article_id', 'reviewed_by_id']) {
    await db.schema
      .createIndex(`link_reviews_${column}_index`)
      .on('link_reviews')
      .column(column)
      .execute();
  }
}
