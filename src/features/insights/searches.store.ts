import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** What was searched for in a scope's days, in one spelling and language. */
export interface SearchRow {
  locale: string;
  query: string;
  /** Visits with this query, and of them those in which it was a miss. */
  visits: number;
  missed: number;
  nothing: number;
  partial: number;
  clicked: number;
}

/**
 * The queries that were missed most.
 * @param most of each language
 */
export async function listMissedSearches(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    WITH counted AS (
      SELECT locale, query, sum(visits)::integer AS visits, sum(missed)::integer AS missed,
        sum(nothing)::integer AS nothing, sum(partial)::integer AS partial,
        sum(clicked)::integer AS clicked
      FROM search_days WHERE ${inDays(scope)}
      GROUP BY locale, query
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY locale ORDER BY missed DESC, query) AS place
      FROM counted WHERE missed > 0
    )
    SELECT locale, query, visits, missed, nothing, partial, clicked FROM ranked
    WHERE place <= ${most} ORDER BY missed DESC, query`.execute(db);
  return rows;
}

export interface ChangeRow {
  locale: string;
  query: string;
  nextQuery: string;
  visits: number;
  nextClicked: number;
}

/** What people typed instead within two minutes, when they had opened nothing. */
export async function listSearchChanges(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT locale, query, next_query AS "nextQuery", sum(visits)::integer AS visits,
      sum(next_clicked)::integer AS "nextClicked"
    FROM search_change_days WHERE ${inDays(scope)}
    GROUP BY locale, query, next_query
    ORDER BY sum(visits) DESC, query, next_query
    LIMIT ${most}`.execute(db);
  return rows;
}

export interface ClickRow {
  locale: string;
  query: string;
  articleId: number | null;
  questionId: number | null;
  visits: number;
}

/** What certain queries led to. */
export async function listClicksOf(
  db: Kysely<Database>,
  scope: Scope,
  queries: string[],
): Promise<ClickRow[]> {
  const { rows } = await sql<ClickRow>`
    SELECT locale, query, article_id AS "articleId", question_id AS "questionId",
      sum(visits)::integer AS visits
    FROM search_click_days WHERE ${inDays(scope)} AND query = ANY (${queries})
    GROUP BY locale, query, article_id, question_id
    ORDER BY sum(visits) DESC, query, article_id, question_id`.execute(db);
  return rows;
}
