import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { SECONDS_CLASSES } from '#src/features/events/reading-time.ts';
import { escalated } from '#src/features/measures/failed-deflections.store.ts';
import { reads } from '#src/features/measures/reads.store.ts';
import { duringDays, inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { views } from '#src/features/measures/views.store.ts';

export interface ArticleWeek {
  /** Monday, yyyy-mm-dd. */
  week: string;
  views: number;
  reads: number;
  escalated: number;
}

/** An article's readers, week by week; weeks without any are left out. */
export async function listArticleWeeks(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<ArticleWeek[]> {
  const { rows } = await sql<ArticleWeek>`
    SELECT to_char(date_trunc('week', day), 'YYYY-MM-DD') AS week,
      ${views} AS views, ${reads} AS reads, ${escalated} AS escalated
    FROM article_days WHERE article_id = ${articleId} AND ${inDays(scope)}
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}

export interface VoteWeek {
  week: string;
  seriesId: number;
  n: number;
  yes: number;
}

const inLocale = ({ locale }: Scope) =>
  locale === undefined ? sql`` : sql` AND article_feedback.locale = ${locale}`;

/** Votes on an article by the week in which they were last given, and by series. */
export async function listVoteWeeks(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<VoteWeek[]> {
  const { rows } = await sql<VoteWeek>`
    SELECT to_char(week, 'YYYY-MM-DD') AS week, "seriesId", n, yes
    FROM (
      SELECT date_trunc('week', updated_at AT TIME ZONE 'UTC') AS week, series_id AS "seriesId",
        count(*)::integer AS n, count(*) FILTER (WHERE answer = 'yes')::integer AS yes
      FROM article_feedback
      WHERE series_id IN (SELECT id FROM article_series WHERE article_id = ${articleId})
        AND ${duringDays('updated_at', scope)}${inLocale(scope)}
      GROUP BY 1, 2
    ) AS given ORDER BY week, "seriesId"`.execute(db);
  return rows;
}

export interface SeriesRow {
  id: number;
  startedAt: Date;
  endedAt: Date | null;
  n: number;
  yes: number;
}

/** Every series of an article with all its votes, in the order in which they were left; the present one last. */
export async function listSeries(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    SELECT article_series.id, started_at AS "startedAt", ended_at AS "endedAt",
      count(article_feedback.series_id)::integer AS n,
      count(*) FILTER (WHERE answer = 'yes')::integer AS yes
    FROM article_series
    LEFT JOIN article_feedback ON series_id = article_series.id${inLocale(scope)}
    WHERE article_id = ${articleId}
    GROUP BY article_series.id ORDER BY ended_at NULLS LAST, started_at, article_series.id`.execute(
    db,
  );
  return rows;
}

export interface Remark {
  seriesId: number;
  visitor: string;
  at: Date;
  answer: 'yes' | 'no';
  reason: string | null;
  section: string | null;
  locale: string;
  comment: string;
}

/** Comments on an article in a scope's days, on all its series, newest first. */
export async function listRemarks(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
  most: number,
): Promise<Remark[]> {
  const { rows } = await sql<Remark>`
    SELECT series_id AS "seriesId", visitor, updated_at AS at, answer, reason, section, locale,
      comment
    FROM article_feedback
    WHERE series_id IN (SELECT id FROM article_series WHERE article_id = ${articleId})
      AND comment IS NOT NULL AND ${duringDays('updated_at', scope)}${inLocale(scope)}
    ORDER BY updated_at DESC, visitor LIMIT ${most}`.execute(db);
  return rows;
}

export interface SectionReason {
  section: string | null;
  answer: 'yes' | 'no';
  reason: string | null;
  count: number;
}

/** Votes on a series by the section that they are about and the reason that was chosen. */
export async function listSectionReasons(
  db: Kysely<Database>,
  seriesId: number,
  scope: Scope,
): Promise<SectionReason[]> {
  const { rows } = await sql<SectionReason>`
    SELECT section, answer, reason, count(*)::integer AS count FROM article_feedback
    WHERE series_id = ${seriesId} AND (section IS NOT NULL OR reason IS NOT NULL)
      AND ${duringDays('updated_at', scope)}${inLocale(scope)}
    GROUP BY section, answer, reason ORDER BY count DESC, section, reason`.execute(db);
  return rows;
}

/** Queries whose results led to an article. */
export async function listQueriesTo(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
  most: number,
): Promise<{ query: string; locale: string; visits: number }[]> {
  const { rows } = await sql<{ query: string; locale: string; visits: number }>`
    SELECT query, locale, sum(visits)::integer AS visits FROM search_click_days
    WHERE article_id = ${articleId} AND ${inDays(scope)}
    GROUP BY query, locale ORDER BY sum(visits) DESC, query LIMIT ${most}`.execute(db);
  return rows;
}

export interface NextStep {
  next: string;
  articleId: number | null;
  title: string | null;
  /** `locale/category/slug` */
  address: string | null;
  visits: number;
}

/** What readers of an article did next. */
export async function listNextSteps(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<NextStep[]> {
  const { rows } = await sql<NextStep>`
    SELECT next_step AS next, next_article_id AS "articleId", articles.title,
      articles.locale || '/' || category || '/' || slug AS address, sum(visits)::integer AS visits
    FROM article_next_days LEFT JOIN articles ON articles.id = next_article_id
    WHERE article_id = ${articleId} AND day BETWEEN ${scope.from}::date AND ${scope.to}::date
      ${scope.locale === undefined ? sql`` : sql`AND article_next_days.locale = ${scope.locale}`}
    GROUP BY next_step, next_article_id, articles.id
    ORDER BY sum(visits) DESC, next_step, next_article_id`.execute(db);
  return rows;
}

export interface Escalation {
  at: Date;
  form: string;
  questionId: number | null;
  /** Null where the question is not there for readers. */
  title: string | null;
  requestId: number | null;
  /** What the request is called by its sender and the help desk. */
  reference: string | null;
}

/** Questions and requests whose senders had read an article in the 24 hours before. */
export async function listEscalations(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
  most: number,
): Promise<Escalation[]> {
  const { rows } = await sql<Escalation>`
    SELECT article_escalations.at, form, question_id AS "questionId", questions.title,
      request_id AS "requestId", reference
    FROM article_escalations
    LEFT JOIN contact_requests ON contact_requests.id = request_id
    LEFT JOIN questions ON questions.id = question_id
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL
    WHERE article_escalations.article_id = ${articleId} AND day BETWEEN ${scope.from}::date AND ${scope.to}::date
      ${scope.locale === undefined ? sql`` : sql`AND article_escalations.locale = ${scope.locale}`}
    ORDER BY article_escalations.at DESC LIMIT ${most}`.execute(db);
  return rows;
}

/** Views of an article by visible seconds, in the classes of `SECONDS_CLASSES`. */
export async function countReadingTime(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<number[]> {
  const { rows } = await sql<{ position: string; visits: number }>`
    SELECT position, sum(visits)::integer AS visits
    FROM article_days, unnest(seconds) WITH ORDINALITY AS classes (visits, position)
    WHERE article_id = ${articleId} AND ${inDays(scope)}
    GROUP BY position`.execute(db);
  const byPlace = new Map(rows.map(({ position, visits }) => [Number(position) - 1, visits]));
  return SECONDS_CLASSES.map((_, at) => byPlace.get(at) ?? 0);
}
