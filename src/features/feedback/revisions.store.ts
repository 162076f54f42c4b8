import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Identity of an article: its locale and where it stands. */
export interface Address {
  locale: string;
  category: string;
  slug: string;
}

/** What a row of the articles table repeats from the content folder. */
export interface Particulars extends Address {
  title: string;
  file: string;
  owner: string | null;
  /** By when somebody has to look at it again, yyyy-mm-dd. */
  reviewBy: string | null;
}

export interface KnownArticle extends Particulars {
  id: number;
  removed: boolean;
  /** Its present revision; null before the first. */
  revision: string | null;
  /** False when a vote came before anybody brought the revision's text. */
  hasText: boolean;
}

export interface KnownRevision {
  id: number;
  articleId: number;
  seriesId: number;
  hash: string;
  /** Null when a vote came before anybody brought the text. */
  words: string | null;
  isCurrent: boolean;
}

/** Keeps others from adding or changing articles until the transaction ends; reading goes on. */
export async function lockArticles(trx: Transaction<Database>): Promise<void> {
  await sql`LOCK TABLE articles IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

/** Every article that has ever been in the content folder, with its present revision. */
export async function listArticles(db: Kysely<Database>): Promise<KnownArticle[]> {
  const { rows } = await sql<KnownArticle>`
    SELECT articles.id, locale, category, slug, title, file, owner,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy",
      removed_at IS NOT NULL AS removed,
      article_revisions.hash AS revision,
      article_revisions.words IS NOT NULL AS "hasText"
    FROM articles
    LEFT JOIN article_revisions ON article_revisions.id = articles.revision_id`.execute(db);
  return rows;
}

/** @returns the article's id */
export async function findArticle(
  db: Kysely<Database>,
  { locale, category, slug }: Address,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('locale', '=', locale)
    .where('category', '=', category)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.id;
}

/** @returns ids in the order of `articles` */
export async function insertArticles(
  db: Kysely<Database>,
  articles: Particulars[],
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH given AS (
      SELECT * FROM unnest(
        ${articles.map(({ locale }) => locale)}::text[],
        ${articles.map(({ category }) => category)}::text[],
        ${articles.map(({ slug }) => slug)}::text[],
        ${articles.map(({ title }) => title)}::text[],
        ${articles.map(({ file }) => file)}::text[],
        ${articles.map(({ owner }) => owner)}::text[],
        ${articles.map(({ reviewBy }) => reviewBy)}::date[]
      ) WITH ORDINALITY AS given (locale, category, slug, title, file, owner, review_by, position)
    ), inserted AS (
      INSERT INTO articles (locale, category, slug, title, file, owner, review_by, first_seen_at)
      SELECT locale, category, slug, title, file, owner, review_by, ${now} FROM given ORDER BY position
      RETURNING id, locale, category, slug
    )
    SELECT inserted.id FROM inserted JOIN given USING (locale, category, slug)
    ORDER BY position`.execute(db);
  return rows.map(({ id }) => id);
}

/** Writes what the content folder says of articles that are known, their address included. */
export async function updateArticles(
  db: Kysely<Database>,
  articles: (Particulars & { id: number })[],
): Promise<void> {
  await sql`
    UPDATE articles SET
      locale = given.locale, category = given.category, slug = given.slug,
      title = given.title, file = given.file, owner = given.owner, review_by = given.review_by,
      removed_at = NULL
    FROM unnest(
      ${articles.map(({ id }) => id)}::integer[],
      ${articles.map(({ locale }) => locale)}::text[],
      ${articles.map(({ category }) => category)}::text[],
      ${articles.map(({ slug }) => slug)}::text[],
      ${articles.map(({ title }) => title)}::text[],
      ${articles.map(({ file }) => file)}::text[],
      ${articles.map(({ owner }) => owner)}::text[],
      ${articles.map(({ reviewBy }) => reviewBy)}::date[]
    ) AS given (id, locale, category, slug, title, file, owner, review_by)
    WHERE articles.id = given.id`.execute(db);
}

export async function markRemoved(db: Kysely<Database>, ids: number[], now: Date): Promise<void> {
  await sql`UPDATE articles SET removed_at = ${now} WHERE id = ANY (${ids})`.execute(db);
}

/** Every revision of some articles, the newest first. */
export async function listRevisions(
  db: Kysely<Database>,
  articleIds: number[],
): Promise<KnownRevision[]> {
  const { rows } = await sql<KnownRevision>`
    SELECT article_revisions.id, article_id AS "articleId", series_id AS "seriesId", hash, words,
      article_revisions.id = articles.revision_id AS "isCurrent"
    FROM article_revisions JOIN articles ON articles.id = article_id
    WHERE article_id = ANY (${articleIds})
    ORDER BY article_revisions.first_seen_at DESC, article_revisions.id DESC`.execute(db);
  return rows;
}

/** Begins a series for each article. @returns ids in the order of `articleIds` */
export async function startSeries(
  db: Kysely<Database>,
  articleIds: number[],
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number; article_id: number }>`
    INSERT INTO article_series (article_id, started_at)
    SELECT id, ${now} FROM unnest(${articleIds}::integer[]) AS id
    RETURNING id, article_id`.execute(db);
  const byArticle = new Map(rows.map((row) => [row.article_id, row.id]));
  return articleIds.map((id) => byArticle.get(id)!);
}

export interface PresentText {
  articleId: number;
  seriesId: number;
  hash: string;
  words: string | null;
}

/** Makes each revision its article's present one, adding it or its words where they are missing. */
export async function presentRevisions(
  db: Kysely<Database>,
  texts: PresentText[],
  now: Date,
): Promise<void> {
  const articleIds = texts.map(({ articleId }) => articleId);
  await sql`
    WITH present AS (
      INSERT INTO article_revisions AS known (article_id, series_id, hash, words, first_seen_at)
      SELECT article_id, series_id, hash, words, ${now}
      FROM unnest(
        ${articleIds}::integer[],
        ${texts.map(({ seriesId }) => seriesId)}::integer[],
        ${texts.map(({ hash }) => hash)}::text[],
        ${texts.map(({ words }) => words)}::text[]
      ) AS given (article_id, series_id, hash, words)
      ON CONFLICT (article_id, hash) DO UPDATE SET
        series_id = excluded.series_id,
        words = coalesce(known.words, excluded.words)
      RETURNING id, article_id
    )
    UPDATE articles SET revision_id = present.id
    FROM present WHERE articles.id = present.article_id`.execute(db);
  await sql`
    UPDATE article_series SET
      ended_at = CASE
        WHEN article_series.id = present.series_id THEN NULL
        ELSE coalesce(article_series.ended_at, ${now})
      END
    FROM articles JOIN article_revisions AS present ON present.id = articles.revision_id
    WHERE article_series.article_id = articles.id
      AND articles.id = ANY (${articleIds})
      AND (article_series.ended_at IS NULL) <> (article_series.id = present.series_id)`.execute(db);
}

/**
 * Counts the feedback of series `from` under `into` from now on. Of a visitor who voted in both,
 * the later vote stays.
 */
export async function mergeSeries(
  trx: Transaction<Database>,
  from: number,
  into: number,
): Promise<void> {
  // Votes under way to `from` are waited for; later ones fail, look again, and find `into`.
  await sql`SELECT FROM article_series WHERE id = ${from} FOR UPDATE`.execute(trx);
  await sql`
    DELETE FROM article_feedback AS earlier USING article_feedback AS later
    WHERE earlier.visitor = later.visitor
      AND (earlier.series_id, later.series_id) IN ((${from}, ${into}), (${into}, ${from}))
      AND (earlier.updated_at, earlier.series_id) < (later.updated_at, later.series_id)`.execute(
    trx,
  );
  await sql`UPDATE article_feedback SET series_id = ${into} WHERE series_id = ${from}`.execute(trx);
  await sql`UPDATE article_revisions SET series_id = ${into} WHERE series_id = ${from}`.execute(
    trx,
  );
  await sql`DELETE FROM article_series WHERE id = ${from}`.execute(trx);
}

/** Tables that name an article and its revision. */
const REMEMBERING = ['questions', 'events', 'article_days', 'article_escalations'];

/** Gives all that is known of the article `from` to the article `into`, and forgets `from`. */
export async function mergeArticles(
  trx: Transaction<Database>,
  from: number,
  into: number,
): Promise<void> {
  const { rows } = await sql<{ revision: number; series: number; same: number; target: number }>`
    SELECT theirs.id AS revision, theirs.series_id AS series,
      ours.id AS same, ours.series_id AS target
    FROM article_revisions AS theirs JOIN article_revisions AS ours USING (hash)
    WHERE theirs.article_id = ${from} AND ours.article_id = ${into}`.execute(trx);
  for (const { revision, series, same, target } of rows) {
    await mergeSeries(trx, series, target);
    await sql`
      UPDATE article_feedback SET revision_id = ${same} WHERE revision_id = ${revision}`.execute(
      trx,
    );
    for (const table of REMEMBERING) {
      await sql`
        UPDATE ${sql.table(table)} SET article_revision_id = ${same}
        WHERE article_revision_id = ${revision}`.execute(trx);
    }
    await sql`DELETE FROM article_revisions WHERE id = ${revision}`.execute(trx);
  }
  await sql`UPDATE article_series SET article_id = ${into} WHERE article_id = ${from}`.execute(trx);
  await sql`UPDATE article_revisions SET article_id = ${into} WHERE article_id = ${from}`.execute(
    trx,
  );
  for (const table of [...REMEMBERING, 'article_next_days', 'search_click_days']) {
    await sql`
      UPDATE ${sql.table(table)} SET article_id = ${into} WHERE article_id = ${from}`.execute(trx);
  }
  await sql`
    UPDATE article_next_days SET next_article_id = ${into} WHERE next_article_id = ${from}`.execute(
    trx,
  );
  await sql`DELETE FROM articles WHERE id = ${from}`.execute(trx);
}
