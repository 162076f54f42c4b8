import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Counts how the forms ended that the visits of a day opened, a day that `gatherVisits` has
 * prepared. What was sent within 24 hours takes back what looked like a success.
 */
export async function rollUpForms(trx: Transaction<Database>, day: string): Promise<void> {
  await sql`DELETE FROM funnel_days WHERE day = ${day}::date`.execute(trx);
  await sql`
    WITH forms AS (
      SELECT visitor, visit, details->>'form' AS form, min(locale) AS locale,
        min(began) AS began, max(ended) AS ended,
        bool_or(kind = 'suggestion-shown') AS is_shown,
        bool_or(kind = 'suggestion-opened') AS is_opened,
        bool_or(kind = 'suggestion-solved') AS is_solved
      FROM day_steps
      WHERE kind IN (
        'form-started', 'suggestion-shown', 'suggestion-opened', 'suggestion-solved',
        'form-abandoned', 'form-posted'
      ) AND details ? 'form'
      GROUP BY visitor, visit, details->>'form'
    ), ended AS (
      SELECT *, CASE
        WHEN EXISTS (
          SELECT FROM day_posts
          WHERE day_posts.visitor = forms.visitor
            AND at >= began AND at <= forms.ended + interval '24 hours'
        ) THEN 'posted'
        WHEN is_solved THEN 'confirmed'
        WHEN is_shown AND is_opened THEN 'implied'
        ELSE 'unknown'
      END AS outcome
      FROM forms
    )
    INSERT INTO funnel_days (day, locale, form, outcome, visits, shown, opened)
    SELECT ${day}::date, locale, form, outcome, count(*),
      count(*) FILTER (WHERE is_shown), count(*) FILTER (WHERE is_shown AND is_opened)
    FROM ended GROUP BY locale, form, outcome`.execute(trx);
}
