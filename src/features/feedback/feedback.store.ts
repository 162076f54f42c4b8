import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Feedback } from './feedback.ts';

/** One visitor's feedback on one revision of an article. */
export interface Entry extends Feedback {
  article: { locale: string; category: string; slug: string };
  revision: string;
  /** Locale of the page, which may show another locale's article. */
  locale: string;
  visitor: string;
  visitorYesterday: string | undefined;
  at: Date;
}

/**
 * Stores entries in one statement; a visitor's later answer to a series takes the place of the
 * earlier one, also of one given under yesterday's code. What was said with the earlier answer
 * stays, except a reason that does not go with the new one.
 * @returns for each entry whether its revision is known; if not, nothing was stored for it
 */
export async function writeFeedback(db: Kysely<Database>, entries: Entry[]): Promise<boolean[]> {
  const column = <Value>(value: (entry: Entry) => Value) => entries.map(value);
  const { rows } = await sql<{ position: number }>`
    WITH given AS (
      SELECT * FROM unnest(
        ${entries.map((_, index) => index)}::integer[],
        ${column(({ article }) => article.locale)}::text[],
        ${column(({ article }) => article.category)}::text[],
        ${column(({ article }) => article.slug)}::text[],
        ${column(({ revision }) => revision)}::text[],
        ${column(({ locale }) => locale)}::text[],
        ${column(({ visitor }) => visitor)}::text[],
        ${column(({ visitorYesterday }) => visitorYesterday ?? null)}::text[],
        ${column(({ answer }) => answer)}::text[],
        ${column(({ reason }) => reason ?? null)}::text[],
        ${column(({ comment }) => comment ?? null)}::text[],
        ${column(({ section }) => section ?? null)}::text[],
        ${column(({ at }) => at.toISOString())}::timestamptz[]
      ) AS given (
        position, article_locale, category, slug, revision, locale,
        visitor, visitor_yesterday, answer, reason, comment, section, at
      )
    ), placed AS (
      SELECT given.*, article_revisions.id AS revision_id, article_revisions.series_id
      FROM given
      JOIN articles
        ON articles.locale = given.article_locale
        AND articles.category = given.category
        AND articles.slug = given.slug
      JOIN article_revisions
        ON article_revisions.article_id = articles.id AND article_revisions.hash = given.revision
    ), latest AS (
      -- In the order of the key, so that two processes never wait for each other.
      SELECT DISTINCT ON (series_id, visitor) * FROM placed
      ORDER BY series_id, visitor, position DESC
    ), written AS (
      INSERT INTO article_feedback AS kept (
        series_id, revision_id, visitor, locale,
        answer, reason, comment, section, created_at, updated_at
      )
      SELECT
        series_id,
        revision_id,
        CASE
          WHEN EXISTS (
            SELECT FROM article_feedback AS today
            WHERE today.series_id = latest.series_id AND today.visitor = latest.visitor
          ) THEN visitor
          ELSE coalesce(
            (
              SELECT yesterday.visitor FROM article_feedback AS yesterday
              WHERE yesterday.series_id = latest.series_id
                AND yesterday.visitor = latest.visitor_yesterday
            ),
            visitor
          )
        END,
        locale, answer, reason, comment, section, at, at
      FROM latest
      ON CONFLICT (series_id, visitor) DO UPDATE SET
        revision_id = excluded.revision_id,
        locale = excluded.locale,
        answer = excluded.answer,
        reason = coalesce(
          excluded.reason,
          CASE WHEN kept.answer = excluded.answer THEN kept.reason END
        ),
        comment = coalesce(excluded.comment, kept.comment),
        section = CASE
          WHEN excluded.comment IS NOT NULL THEN excluded.section
          ELSE coalesce(excluded.section, kept.section)
        END,
        updated_at = excluded.updated_at
    )
    SELECT position FROM placed`.execute(db);

  const stored = new Set(rows.map(({ position }) => position));
  return entries.map((_, index) => stored.has(index));
}

/** Counts submissions that a bot trap caught, by day and trap. */
export async function countTrapped(
  db: Kysely<Database>,
  catches: { day: string; trap: string }[],
): Promise<undefined[]> {
  await sql`
    INSERT INTO trapped_feedback AS kept (day, trap, count)
    SELECT day, trap, count(*)
    FROM unnest(
      ${catches.map(({ day }) => day)}::date[],
      ${catches.map(({ trap }) => trap)}::text[]
    ) AS caught (day, trap)
    GROUP BY day, trap
    ORDER BY day, trap
    ON CONFLICT (day, trap) DO UPDATE SET count = kept.count + excluded.count`.execute(db);
  return catches.map(() => undefined);
}
