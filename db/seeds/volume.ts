import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** About as many as a large help center gathers in some years. */
const VOTES = 1_000_000;

/** Votes on every article there is, the same on every machine, with a comment on every fiftieth. */
export async function sow(trx: Transaction<Database>, now: Date): Promise<void> {
  await sql`
    WITH present AS (
      SELECT article_revisions.id AS revision_id, series_id,
        row_number() OVER (ORDER BY articles.id) AS place,
        count(*) OVER () AS articles
      FROM articles JOIN article_revisions ON article_revisions.id = articles.revision_id
    )
    INSERT INTO article_feedback (
      series_id, revision_id, visitor, locale, answer, reason, comment, created_at, updated_at
    )
    SELECT series_id, revision_id, 'demo-volume-' || number, 'en',
      -- Articles differ: from one with every answer no to one with almost every answer yes.
      CASE WHEN (number * 7919) % articles < place THEN 'yes' ELSE 'no' END,
      NULL,
      CASE WHEN number % 50 = 0 THEN 'Comment number ' || number END,
      moment, moment
    FROM present
    CROSS JOIN LATERAL generate_series(1, greatest(1, ${VOTES} / articles)::integer) AS number
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz - number * interval '1 minute' AS moment) AS at
    ON CONFLICT DO NOTHING`.execute(trx);
}
