import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Counts the visits of a day that `gatherVisits` has prepared. */
export async function rollUpVisits(trx: Transaction<Database>, day: string): Promise<void> {
  await sql`DELETE FROM site_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    WITH reading AS (
      SELECT visitor, visit, bool_or(is_escalated) AS is_escalated
      FROM day_views WHERE is_read GROUP BY visitor, visit
    ), last_searches AS (
      SELECT DISTINCT ON (visitor, visit) visitor, visit, NOT is_missed AS is_found
      FROM day_searches ORDER BY visitor, visit, ended DESC, last_id DESC
    ), first_clicks AS (
      SELECT DISTINCT ON (visitor, visit) visitor, visit, (details->>'rank')::integer AS rank
      FROM day_steps WHERE kind = 'result-clicked' ORDER BY visitor, visit, ended, id
    )
    INSERT INTO site_days (
      day, locale, visits, reading, escalated, searching, found,
      rank_1, rank_2, rank_3, rank_4_to_10, rank_later
    )
    SELECT ${day}::date, locale, count(*), count(reading.visit),
      count(*) FILTER (WHERE is_escalated),
      count(last_searches.visit), count(*) FILTER (WHERE is_found),
      count(*) FILTER (WHERE rank = 1), count(*) FILTER (WHERE rank = 2),
      count(*) FILTER (WHERE rank = 3), count(*) FILTER (WHERE rank BETWEEN 4 AND 10),
      count(*) FILTER (WHERE rank > 10)
    FROM day_visits
    LEFT JOIN reading USING (visitor, visit)
    LEFT JOIN last_searches USING (visitor, visit)
    LEFT JOIN first_clicks USING (visitor, visit)
    GROUP BY locale`.execute(trx);
  await sql`
    INSERT INTO site_days (day, locale, programs)
    SELECT ${day}::date, locale, count(DISTINCT visitor)
    FROM events
    WHERE bucket = 'program'
      AND at >= ${day}::date::timestamp AT TIME ZONE 'UTC'
      AND at < ${day}::date::timestamp AT TIME ZONE 'UTC' + interval '24 hours'
    GROUP BY locale`.execute(trx);
  await sql`DELETE FROM missing_page_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    INSERT INTO missing_page_days (day, path, referrer, visits)
    SELECT ${day}::date, details->>'path', coalesce(details->>'referrer', ''),
      count(DISTINCT (visitor, visit))
    FROM day_steps WHERE kind = 'page-missing' AND details ? 'path'
    GROUP BY details->>'path', coalesce(details->>'referrer', '')`.execute(trx);
  await sql`DELETE FROM channel_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    INSERT INTO channel_days (day, locale, channel, visits)
    SELECT ${day}::date, locale, details->>'channel', count(DISTINCT (visitor, visit))
    FROM day_steps WHERE kind = 'contact-clicked' AND details ? 'channel'
    GROUP BY locale, details->>'channel'`.execute(trx);
}
