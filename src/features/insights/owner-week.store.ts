import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays, inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** What happened to an article of an owner's in some days. */
export interface OwnedArticle {
  id: number;
  locale: string;
  category: string;
  slug: string;
  title: string;
  /** yyyy-mm-dd */
  reviewBy: string | null;
  /** Votes on the present text that were given or changed. */
  n: number;
  yes: number;
  comments: number;
  reads: number;
  /** Reads that an escalation followed. */
  escalated: number;
}

/** The articles of an owner that are in the content folder. */
export async function listOwnedArticles(
  db: Kysely<Database>,
  owner: string,
  { from, to }: Scope,
): Promise<OwnedArticle[]> {
  const { rows } = await sql<OwnedArticle>`
    SELECT articles.id, locale, category, slug, title,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy",
      coalesce(n, 0)::integer AS n, coalesce(yes, 0)::integer AS yes,
      coalesce(comments, 0)::integer AS comments, coalesce(reads, 0)::integer AS reads,
      coalesce(escalated, 0)::integer AS escalated
    FROM articles
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ended_at IS NULL) AS n,
        count(*) FILTER (WHERE answer = 'yes' AND ended_at IS NULL) AS yes,
        count(comment) AS comments
      FROM article_feedback JOIN article_series ON article_series.id = series_id
      WHERE article_series.article_id = articles.id AND ${duringDays('updated_at', { from, to })}
    ) AS votes ON true
    LEFT JOIN LATERAL (
      SELECT sum(reads) AS reads, sum(escalated) AS escalated FROM article_days
      WHERE article_id = articles.id AND ${inDays({ from, to })}
    ) AS days ON true
    WHERE owner = ${owner} AND removed_at IS NULL
    ORDER BY file`.execute(db);
  return rows;
}

export interface OwnedComment {
  articleId: number;
  locale: string;
  section: string | null;
  comment: string;
}

/** What readers wrote about an owner's articles and nobody has dismissed, the newest first. */
export async function listOwnedComments(
  db: Kysely<Database>,
  owner: string,
  scope: Scope,
  most: number,
): Promise<OwnedComment[]> {
  const { rows } = await sql<OwnedComment>`
    SELECT article_id AS "articleId", article_feedback.locale, section, comment
    FROM article_feedback
    JOIN article_series ON article_series.id = series_id
    JOIN articles ON articles.id = article_id
    LEFT JOIN insight_states
      ON kind = 'comment' AND subject = series_id || ':' || article_feedback.visitor
    WHERE owner = ${owner} AND removed_at IS NULL AND comment IS NOT NULL
      AND ${duringDays('updated_at', scope)} AND state IS DISTINCT FROM 'dismissed'
    ORDER BY updated_at DESC
    LIMIT ${most}`.execute(db);
  return rows;
}

export interface OwnedMiss {
  articleId: number;
  query: string;
  /** Visits that searched for it in vain. */
  missed: number;
}

/** Searches that are missed by some and lead others to an owner's articles. */
export async function listOwnedMisses(
  db: Kysely<Database>,
  owner: string,
  { from, to }: Scope,
  most: number,
): Promise<OwnedMiss[]> {
  const { rows } = await sql<OwnedMiss>`
    WITH led AS (
      SELECT search_click_days.locale, query, article_id
      FROM search_click_days JOIN articles ON articles.id = article_id
      WHERE owner = ${owner} AND removed_at IS NULL AND ${inDays({ from, to })}
      GROUP BY 1, 2, 3
    ), missed AS (
      SELECT locale, query, sum(missed)::integer AS missed FROM search_days
      WHERE query IN (SELECT query FROM led) AND ${inDays({ from, to })}
      GROUP BY locale, query
    )
    SELECT article_id AS "articleId", query, missed
    FROM led JOIN missed USING (locale, query)
    WHERE missed > 0
    ORDER BY missed DESC, query, article_id
    LIMIT ${most}`.execute(db);
  return rows;
}
