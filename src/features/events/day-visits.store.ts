import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Prepares the visits of one UTC day for counting, as tables that the transaction's end takes away.
 * A visit belongs to the day on which it began; programs have none.
 *
 * - `day_visits`: visitor, visit (their number of it), locale of the first event, began
 * - `day_steps`: all that happened in these visits, with the stretch `began` to `ended`
 * - `day_posts`: escalations of the day and of the time in which they count against it
 * - `day_views`: the articles of each visit: first and last view, visible seconds, whether it was
 *   read, and whether an escalation followed the reading within 24 hours
 *
 * What was told of one page of one browser by somebody else was copied, and is left out.
 * @param day yyyy-mm-dd
 */
export async function gatherVisits(trx: Transaction<Database>, day: string): Promise<void> {
  // A day with many events is sorted in memory, and may take its time.
  await sql`SET LOCAL statement_timeout = 0`.execute(trx);
  await sql`SET LOCAL work_mem = '256MB'`.execute(trx);
  await sql`SET LOCAL max_parallel_workers_per_gather = 0`.execute(trx);
  await sql`
    CREATE TEMP TABLE day_visited ON COMMIT DROP AS
    WITH told AS (
      SELECT id, visitor, kind, locale, article_id, article_revision_id, question_id, page,
        at AS ended, coalesce((details->>'seconds')::float8, 0) AS seconds, details,
        -- An event is told when its page goes away; the reading was before.
        at - make_interval(secs => coalesce((details->>'seconds')::float8, 0)) AS began
      FROM events
      WHERE bucket = 'person'
        AND at >= ${day}::date::timestamp AT TIME ZONE 'UTC' - interval '24 hours'
        AND at < ${day}::date::timestamp AT TIME ZONE 'UTC' + interval '36 hours'
    ), owned AS (
      SELECT *, first_value(visitor) OVER (PARTITION BY page ORDER BY ended, id) AS owner FROM told
    ), spaced AS (
      SELECT *, began > max(ended) OVER (
        PARTITION BY visitor ORDER BY began, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) + interval '30 minutes' AS is_later
      FROM owned WHERE page IS NULL OR owner = visitor
    )
    SELECT *, count(*) FILTER (WHERE is_later) OVER (
      PARTITION BY visitor ORDER BY began, id
    ) AS visit
    FROM spaced`.execute(trx);
  await sql`
    CREATE TEMP TABLE day_visits ON COMMIT DROP AS
    SELECT visitor, visit, min(began) AS began, max(ended) AS ended,
      (array_agg(locale ORDER BY began, id))[1] AS locale
    FROM day_visited
    GROUP BY visitor, visit
    HAVING min(began) >= ${day}::date::timestamp AT TIME ZONE 'UTC'
      AND min(began) < ${day}::date::timestamp AT TIME ZONE 'UTC' + interval '24 hours'`.execute(
    trx,
  );
  await sql`
    CREATE TEMP TABLE day_steps ON COMMIT DROP AS
    SELECT steps.* FROM day_visited AS steps JOIN day_visits USING (visitor, visit)`.execute(trx);
  await sql`DROP TABLE day_visited`.execute(trx);
  await sql`
    CREATE TEMP TABLE day_posts ON COMMIT DROP AS
    SELECT visitor, at, question_id, details->>'form' AS form,
      (details->>'request')::integer AS request_id
    FROM events
    WHERE bucket = 'person' AND kind = 'form-posted'
      AND at >= ${day}::date::timestamp AT TIME ZONE 'UTC'
      AND at < ${day}::date::timestamp AT TIME ZONE 'UTC' + interval '60 hours'`.execute(trx);
  // Put aside and counted, or each short view looks through all votes on its article.
  await sql`
    CREATE TEMP TABLE day_votes ON COMMIT DROP AS
    SELECT visitor, article_id, created_at AS at
    FROM article_feedback
    JOIN article_revisions ON article_revisions.id = article_feedback.revision_id
    WHERE created_at >= ${day}::date::timestamp AT TIME ZONE 'UTC' - interval '30 minutes'
      AND created_at < ${day}::date::timestamp AT TIME ZONE 'UTC' + interval '60 hours'
      AND updated_at >= ${day}::date::timestamp AT TIME ZONE 'UTC' - interval '30 minutes'`.execute(
    trx,
  );
  await sql`ANALYZE day_votes`.execute(trx);
  await sql`
    CREATE TEMP TABLE day_views ON COMMIT DROP AS
    WITH pages AS (
      -- A page tells again how long it was seen each time that it goes out of sight.
      SELECT visitor, visit, article_id, page,
        min(locale) AS locale, max(article_revision_id) AS article_revision_id,
        min(began) AS began, max(ended) AS ended, max(seconds) AS seconds
      FROM day_steps WHERE kind = 'article-viewed' AND article_id IS NOT NULL
      GROUP BY visitor, visit, article_id, page
    ), articles_seen AS (
      SELECT visitor, visit, article_id,
        min(locale) AS locale, max(article_revision_id) AS article_revision_id,
        min(began) AS began, max(ended) AS ended,
        sum(seconds) AS seconds, max(seconds) AS longest
      FROM pages GROUP BY visitor, visit, article_id
    ), read AS (
      SELECT *, longest >= 10 OR EXISTS (
        SELECT FROM day_votes
        WHERE day_votes.visitor = articles_seen.visitor
          AND day_votes.article_id = articles_seen.article_id
          AND day_votes.at BETWEEN began - interval '30 minutes'
            AND articles_seen.ended + interval '30 minutes'
      ) AS is_read
      FROM articles_seen
    ), escalated AS (
      SELECT DISTINCT visitor, visit, article_id, true AS is_escalated
      FROM read JOIN day_posts USING (visitor)
      WHERE is_read AND at > began AND at <= ended + interval '24 hours'
    )
    SELECT read.*, coalesce(is_escalated, false) AS is_escalated
    FROM read LEFT JOIN escalated USING (visitor, visit, article_id)`.execute(trx);
  for (const table of ['day_visits', 'day_steps', 'day_views', 'day_posts']) {
    await sql`ANALYZE ${sql.table(table)}`.execute(trx);
  }
}
