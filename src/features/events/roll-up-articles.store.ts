import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { SECONDS_CLASSES } from './reading-time.ts';

/**
 * Of the articles that readers of one went on to in a day, so many are counted by name, the others
 * together. A much read one leads to hundreds once each, and a year of that is a million rows.
 */
const NEXT_NAMED = 20;

/** Counts what the visits of a day that `gatherVisits` has prepared did with each article. */
export async function rollUpArticles(trx: Transaction<Database>, day: string): Promise<void> {
  await sql`DELETE FROM article_escalations WHERE day = ${day}::date`.execute(trx);
  await sql`
    INSERT INTO article_escalations
      (day, at, locale, article_id, article_revision_id, form, question_id, request_id)
    SELECT ${day}::date, at, locale, article_id, article_revision_id, form, question_id, request_id
    FROM day_views JOIN day_posts USING (visitor)
    WHERE is_read AND at > began AND at <= ended + interval '24 hours'
    ORDER BY at, article_id`.execute(trx);

  await sql`DELETE FROM article_days WHERE day = ${day}::date`.execute(trx);
  // Every class has its place in the array, and the last one is open.
  const classes = sql.join(
    SECONDS_CLASSES.map((from, index) => {
      const to = SECONDS_CLASSES[index + 1];
      const upTo = to === undefined ? sql`true` : sql`seconds < ${to}`;
      return sql`(count(*) FILTER (WHERE seconds >= ${from} AND ${upTo}))::integer`;
    }),
  );
  await sql`
    INSERT INTO article_days (
      day, locale, article_id, article_revision_id,
      views, reads, escalated, dated_reads, fresh_reads, seconds
    )
    SELECT ${day}::date, day_views.locale, article_id, article_revision_id,
      count(*), count(*) FILTER (WHERE is_read), count(*) FILTER (WHERE is_escalated),
      count(*) FILTER (WHERE is_read AND review_by IS NOT NULL),
      count(*) FILTER (WHERE is_read AND review_by >= ${day}::date),
      ARRAY[${classes}]
    FROM day_views LEFT JOIN articles ON articles.id = article_id
    GROUP BY day_views.locale, article_id, article_revision_id
    ORDER BY article_id`.execute(trx);

  await sql`DELETE FROM article_next_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    WITH acts AS (
      SELECT visitor, visit, began, id, locale, article_id,
        CASE kind
          WHEN 'article-viewed' THEN 'article'
          WHEN 'searched' THEN 'search'
          WHEN 'contact-clicked' THEN 'channel'
          ELSE details->>'form'
        END AS act
      FROM day_steps
      WHERE kind IN ('searched', 'contact-clicked', 'form-started')
        OR kind = 'article-viewed' AND article_id IS NOT NULL
    ), changes AS (
      -- Going back and forth between an article and itself is no next step.
      SELECT *, lag((act, article_id)) OVER moves IS DISTINCT FROM (act, article_id) AS is_change
      FROM acts WINDOW moves AS (PARTITION BY visitor, visit ORDER BY began, id)
    ), moves AS (
      SELECT *, lead(act) OVER moves AS next, lead(article_id) OVER moves AS next_article_id
      FROM changes WHERE is_change
      WINDOW moves AS (PARTITION BY visitor, visit ORDER BY began, id)
    ), last_moves AS (
      SELECT DISTINCT ON (visitor, visit, article_id) *
      FROM moves WHERE act = 'article'
      ORDER BY visitor, visit, article_id, began DESC, id DESC
    ), counted AS (
      SELECT locale, article_id, coalesce(next, 'left') AS next_step, next_article_id, count(*) AS visits,
        row_number() OVER (
          PARTITION BY locale, article_id, next_article_id IS NULL
          ORDER BY count(*) DESC, next_article_id) AS place
      FROM last_moves GROUP BY locale, article_id, next, next_article_id
    )
    INSERT INTO article_next_days (day, locale, article_id, next_step, next_article_id, visits)
    SELECT ${day}::date, locale, article_id, next_step,
      CASE WHEN place <= ${NEXT_NAMED} THEN next_article_id END AS named, sum(visits)
    FROM counted GROUP BY locale, article_id, next_step, named
    ORDER BY article_id`.execute(trx);
}
