import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

export interface QueryTo {
  articleId: number;
  query: string;
  visits: number;
}

/** The queries that led to each article most often. @param most of each article */
export async function listTopQueries(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<QueryTo[]> {
  const { rows } = await sql<QueryTo>`
    SELECT article_id AS "articleId", query, visits FROM (
      SELECT article_id, query, sum(visits)::integer AS visits,
        row_number() OVER (PARTITION BY article_id ORDER BY sum(visits) DESC, query) AS place
      FROM search_click_days WHERE article_id IS NOT NULL AND ${inDays(scope)}
      GROUP BY article_id, query
    ) AS ranked
    WHERE place <= ${most} ORDER BY article_id, place`.execute(db);
  return rows;
}

export interface StepFrom {
  articleId: number;
  next: string;
  /** Of the article that was opened next. */
  title: string | null;
  visits: number;
}

/** What readers of each article did next most often. @param most of each article */
export async function listTopSteps(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<StepFrom[]> {
  const { rows } = await sql<StepFrom>`
    SELECT article_id AS "articleId", next_step AS next, articles.title, visits FROM (
      SELECT article_id, next_step, next_article_id, sum(visits)::integer AS visits,
        row_number() OVER (
          PARTITION BY article_id ORDER BY sum(visits) DESC, next_step, next_article_id) AS place
      FROM article_next_days WHERE ${inDays(scope)}
      GROUP BY article_id, next_step, next_article_id
    ) AS ranked
    LEFT JOIN articles ON articles.id = next_article_id
    WHERE place <= ${most} ORDER BY article_id, place`.execute(db);
  return rows;
}
