import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

const NOUNS = [
  'login', 'password', 'invoice', 'export', 'backup', 'proxy', 'search', 'article', 'category',
  'theme', 'webhook', 'token', 'avatar', 'digest', 'mail', 'redirect', 'feed', 'snippet', 'video',
  'table', 'image', 'language', 'translation', 'member', 'vote', 'comment', 'answer', 'question',
  'session', 'certificate', 'domain', 'port', 'database', 'migration', 'upload', 'download', 'link',
  'anchor', 'draft', 'schedule',
]; // prettier-ignore
const CASES = [
  'broken', 'missing', 'change', 'delete', 'cannot open', 'slow', 'on phone', 'in german', 'limit',
  'error 403', 'error 500', 'after update', 'for team', 'without account', 'twice', 'old', 'new',
  'settings', 'price', 'how to',
]; // prettier-ignore

const pick = (list: string[], place: ReturnType<typeof sql>) =>
  sql`(${list}::text[])[1 + (${place}) % ${sql.lit(list.length)}]`;

/**
 * Adds a day as a large help center has it: visits that search, click, read, ask and miss, some
 * queries and articles a thousand times as often as others. Of one visit about four events.
 * @param day yyyy-mm-dd
 */
export async function sowDay(db: Kysely<Database>, day: string, visits: number): Promise<void> {
  await sql`
    WITH present AS (
      SELECT array_agg(id ORDER BY id) AS ids, array_agg(revision_id ORDER BY id) AS revisions,
        count(*)::integer AS articles
      FROM articles WHERE removed_at IS NULL
    ), visits AS MATERIALIZED (
      SELECT number, encode(sha256((${day} || number)::bytea), 'base64') AS code,
        ${day}::date::timestamp AT TIME ZONE 'UTC' + random() * interval '23 hours' AS began,
        (ARRAY['en','en','en','en','en','en','en','de','de','ja'])[1 + number % 10] AS locale,
        floor(power(random(), 3) * 20000)::integer AS query,
        floor(power(random(), 3) * 20000)::integer AS other,
        random() < 0.55 AS searches, random() < 0.6 AS finds, random() < 0.4 AS again,
        1 + floor(random() * 3.6)::integer AS views, random() < 0.04 AS asks, random() < 0.01 AS misses
      FROM generate_series(1, ${visits}) AS number
    ), worded AS (
      SELECT *, left(code, 22) AS visitor,
        ${pick(NOUNS, sql`query`)} || ' ' || ${pick(CASES, sql`query / 40`)} ||
          CASE WHEN query >= 800 THEN ' ' || ${pick(NOUNS, sql`query / 800`)} ELSE '' END AS words,
        ${pick(NOUNS, sql`other`)} || ' ' || ${pick(CASES, sql`other / 40`)} AS others
      FROM visits
    ), steps AS (
      SELECT began + interval '2 seconds' AS at, 'searched' AS kind, visitor, locale,
        NULL::integer AS article, NULL::integer AS revision, number * 8 AS page,
        jsonb_build_object('query', words, 'normalised', words, 'results', 5, 'from', 'box',
          'quality', CASE WHEN finds THEN 'good' WHEN number % 2 = 0 THEN 'partial' ELSE 'none' END)
          AS details
      FROM worded WHERE searches
      UNION ALL
      SELECT began + interval '9 seconds', 'searched', visitor, locale, NULL, NULL, number * 8,
        jsonb_build_object('query', others, 'normalised', others, 'results', 5, 'from', 'box',
          'quality', 'good')
      FROM worded WHERE searches AND NOT finds AND again
      UNION ALL
      SELECT began + interval '12 seconds', 'result-clicked', visitor, locale,
        ids[1 + query % articles], revisions[1 + query % articles], number * 8,
        jsonb_build_object('query', words, 'normalised', words, 'rank', 1 + number % 4)
      FROM worded, present WHERE searches AND finds
      UNION ALL
      SELECT began + view * interval '90 seconds', 'article-viewed', visitor, locale,
        ids[1 + place], revisions[1 + place], number * 8 + view,
        jsonb_build_object('seconds', floor(random() * random() * 240)::integer)
      FROM worded, present, generate_series(1, views) AS view,
        LATERAL (SELECT floor(power(random() + 0 * view, 2.5) * articles)::integer AS place) AS one
      UNION ALL
      SELECT began + interval '400 seconds', kind, visitor, locale, ids[1], revisions[1],
        number * 8 + 6, '{"form": "contact", "rank": 1}'::jsonb
      FROM worded, present, unnest(ARRAY['form-started', 'suggestion-shown', 'suggestion-opened',
        CASE WHEN number % 2 = 0 THEN 'form-posted' ELSE 'form-abandoned' END]) AS kind
      WHERE asks
      UNION ALL
      SELECT began + interval '1 second', 'page-missing', visitor, locale, NULL, NULL, number * 8 + 7,
        jsonb_build_object('path', '/old/page-' || query % 300, 'referrer', 'forum.example.org')
      FROM worded WHERE misses
    )
    INSERT INTO events
      (at, kind, visitor, bucket, locale, article_id, article_revision_id, page, details)
    SELECT at, kind, visitor, CASE WHEN page % 160 < 8 THEN 'program' ELSE 'person' END, locale,
      article, revision, page::bigint * 400 + (${day}::date - date '2020-01-01') % 400, details
    FROM steps ORDER BY at`.execute(db);
}

const COUNTS = [
  'site_days', 'article_days', 'article_next_days', 'article_escalations', 'search_days',
  'search_click_days', 'search_change_days', 'funnel_days', 'missing_page_days', 'channel_days',
]; // prettier-ignore

/**
 * Gives a day the events of another: of other visitors on other pages, at the same times. Who has
 * typed what nobody else had typed on the day types something else here, as people do.
 * @param table the month that the day belongs to, not yet a part of `events`
 * @param days later (less than zero: earlier) than the day that is copied
 */
export async function copyEvents(
  db: Kysely<Database>,
  table: string,
  from: string,
  days: number,
): Promise<void> {
  await sql`
    INSERT INTO ${sql.table(table)}
      (id, at, kind, visitor, bucket, locale, article_id, article_revision_id, question_id, details, page)
    SELECT nextval('events_id_seq'), at + ${days} * interval '1 day', kind,
      left(encode(sha256((visitor || ${days}::text)::bytea), 'base64'), 22), bucket, locale,
      article_id, article_revision_id, question_id, details, page + ${days}
    FROM events
    WHERE at >= ${from}::date::timestamp AT TIME ZONE 'UTC'
      AND at < (${from}::date + 1)::timestamp AT TIME ZONE 'UTC'
    ORDER BY at`.execute(db);
}

/** Gives days the counts of others, as `copyEvents` gives them their events. */
export async function copyCounts(
  db: Kysely<Database>,
  from: string,
  to: string,
  days: number,
): Promise<void> {
  for (const table of COUNTS) {
    const { rows } = await sql<{ name: string }>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = ${table} AND table_schema = 'public' ORDER BY ordinal_position`.execute(
      db,
    );
    const columns = rows.map(({ name }) => sql.ref(name));
    const copied = rows.map(({ name }) => {
      if (name === 'day') return sql`day + ${days}::integer`;
      if (name === 'at') return sql`at + ${days} * interval '1 day'`;
      const isRare = table.startsWith('search_') && name === 'query';
      return isRare
        ? sql`CASE WHEN visits = 1 THEN query || ' ' || ${days}::text ELSE query END`
        : sql.ref(name);
    });
    await sql`
      INSERT INTO ${sql.table(table)} (${sql.join(columns)})
      SELECT ${sql.join(copied)} FROM ${sql.table(table)}
      WHERE day BETWEEN ${from}::date AND ${to}::date`.execute(db);
  }
}

/** Makes the table of a month, to be filled before it becomes a part of `events`. */
export async function makeLooseMonth(db: Kysely<Database>, month: string): Promise<string> {
  const name = `events_${month.slice(0, 7).replace('-', '_')}`;
  await sql`CREATE TABLE ${sql.table(name)} (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`.execute(
    db,
  );
  return name;
}

/** @param next the first day of the month after it */
export async function attachMonth(
  db: Kysely<Database>,
  table: string,
  month: string,
  next: string,
): Promise<void> {
  await sql`CREATE INDEX ON ${sql.table(table)} (visitor, at)`.execute(db);
  await sql`CREATE INDEX ON ${sql.table(table)} USING brin (at, id) WITH (pages_per_range = 32, autosummarize = on)`.execute(
    db,
  );
  await sql`ALTER TABLE events ATTACH PARTITION ${sql.table(table)}
    FOR VALUES FROM (${sql.lit(`${month}T00:00:00Z`)}) TO (${sql.lit(`${next}T00:00:00Z`)})`.execute(
    db,
  );
}

/**
 * Adds votes on the present series of the articles, over the days before a day; one in eight has a
 * comment. The busiest article gets some hundred times as many as the others.
 */
export async function sowVotes(
  db: Kysely<Database>,
  day: string,
  { days, votes }: { days: number; votes: number },
): Promise<void> {
  await sql`
    WITH present AS (
      SELECT array_agg(series_id ORDER BY articles.id) AS series,
        array_agg(revision_id ORDER BY articles.id) AS revisions, count(*)::integer AS articles
      FROM articles JOIN article_revisions ON article_revisions.id = articles.revision_id
      WHERE removed_at IS NULL
    ), given AS MATERIALIZED (
      SELECT number, floor(power(random(), 2.5) * articles)::integer + 1 AS place,
        ${day}::date::timestamp AT TIME ZONE 'UTC' - random() * ${days} * interval '1 day' AS at,
        random() < 0.6 AS yes
      FROM present, generate_series(1, ${votes}) AS number
    )
    INSERT INTO article_feedback
      (series_id, revision_id, visitor, locale, answer, reason, comment, created_at, updated_at)
    SELECT series[place], revisions[place], 'voter ' || number, 'en',
      CASE WHEN yes THEN 'yes' ELSE 'no' END, CASE WHEN number % 2 = 0 AND NOT yes THEN 'outdated' END,
      CASE WHEN number % 8 = 0 THEN ${pick(NOUNS, sql`number`)} || ' is not what I see, vote ' || number END,
      at, at
    FROM given, present`.execute(db);
}
