import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Different queries of one visitor that count on one day: hardly anybody types so many. */
const MOST_QUERIES = 30;

/** Takes away what a visitor searched for beyond that: it changes the counts by no more than one visitor can. */
async function dropSurplus(trx: Transaction<Database>): Promise<void> {
  await sql`
    WITH queries AS (
      SELECT visitor, details->>'normalised' AS query,
        row_number() OVER (PARTITION BY visitor ORDER BY min(began), min(id)) AS place
      FROM day_steps WHERE kind IN ('searched', 'result-clicked')
      GROUP BY visitor, details->>'normalised'
    )
    DELETE FROM day_steps USING queries
    WHERE place > ${MOST_QUERIES} AND kind IN ('searched', 'result-clicked')
      AND day_steps.visitor = queries.visitor AND details->>'normalised' = query`.execute(trx);
}

/**
 * Counts the searches of a day that `gatherVisits` has prepared. What a visit searched for in the
 * same words counts once; it is a miss without a good match, or when none of its results was
 * opened in the visit. Leaves the table `day_searches` for `rollUpVisits`.
 */
export async function rollUpSearches(trx: Transaction<Database>, day: string): Promise<void> {
  await dropSurplus(trx);
  await sql`
    CREATE TEMP TABLE day_searches ON COMMIT DROP AS
    WITH searches AS (
      SELECT visitor, visit, details->>'normalised' AS query, min(locale) AS locale,
        min(began) AS began, max(ended) AS ended, min(id) AS first_id, max(id) AS last_id,
        CASE
          WHEN bool_or(details->>'quality' = 'good') THEN 'good'
          WHEN bool_or(details->>'quality' = 'partial') THEN 'partial'
          ELSE 'none'
        END AS quality
      FROM day_steps WHERE kind = 'searched' AND details->>'normalised' <> ''
      GROUP BY visitor, visit, details->>'normalised'
    ), clicks AS (
      SELECT DISTINCT visitor, visit, details->>'normalised' AS query, true AS is_clicked
      FROM day_steps WHERE kind = 'result-clicked'
    ), judged AS (
      SELECT *, coalesce(is_clicked, false) AS was_clicked
      FROM searches LEFT JOIN clicks USING (visitor, visit, query)
    )
    SELECT visitor, visit, query, locale, began, ended, first_id, last_id, quality, was_clicked,
      quality <> 'good' OR NOT was_clicked AS is_missed
    FROM judged`.execute(trx);
  await sql`ANALYZE day_searches`.execute(trx);

  await sql`DELETE FROM search_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    INSERT INTO search_days (day, locale, query, visits, partial, nothing, clicked, missed)
    SELECT ${day}::date, locale, query, count(*),
      count(*) FILTER (WHERE quality = 'partial'), count(*) FILTER (WHERE quality = 'none'),
      count(*) FILTER (WHERE was_clicked), count(*) FILTER (WHERE is_missed)
    FROM day_searches GROUP BY locale, query`.execute(trx);

  await sql`DELETE FROM search_click_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    INSERT INTO search_click_days (day, locale, query, article_id, question_id, visits)
    SELECT ${day}::date, locale, details->>'normalised', article_id, question_id,
      count(DISTINCT (visitor, visit))
    FROM day_steps
    WHERE kind = 'result-clicked' AND details->>'normalised' <> ''
      AND (article_id IS NOT NULL OR question_id IS NOT NULL)
    GROUP BY locale, details->>'normalised', article_id, question_id`.execute(trx);

  await sql`DELETE FROM search_change_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    WITH followed AS (
      SELECT *, lead(query) OVER searches AS next_query, lead(began) OVER searches AS next_began,
        lead(was_clicked) OVER searches AS next_clicked
      FROM day_searches WINDOW searches AS (PARTITION BY visitor, visit ORDER BY began, first_id)
    )
    INSERT INTO search_change_days (day, locale, query, next_query, visits, next_clicked)
    SELECT ${day}::date, locale, query, next_query, count(*), count(*) FILTER (WHERE next_clicked)
    FROM followed
    WHERE NOT was_clicked AND next_query IS NOT NULL
      AND next_began <= ended + interval '2 minutes'
    GROUP BY locale, query, next_query`.execute(trx);
}
