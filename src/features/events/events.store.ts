import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Happening, Witnessed } from './event.ts';

export interface NewEvent extends Happening, Witnessed {
  at: Date;
}

/** Adds events; of an article or a revision that the database does not know, the rest is kept. */
export async function insertEvents(db: Kysely<Database>, events: NewEvent[]): Promise<void> {
  const column = <Value>(value: (event: NewEvent) => Value) => events.map(value);
  await sql`
    INSERT INTO events
      (at, kind, visitor, bucket, locale, article_id, article_revision_id, question_id, details)
    SELECT at, kind, visitor, bucket, given.locale, articles.id, article_revisions.id,
      question_id, details
    FROM unnest(
      ${column(({ at }) => at.toISOString())}::timestamptz[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ visitor }) => visitor)}::text[],
      ${column(({ bucket }) => bucket)}::text[],
      ${column(({ locale }) => locale)}::text[],
      ${column(({ article }) => article?.locale ?? null)}::text[],
      ${column(({ article }) => article?.category ?? null)}::text[],
      ${column(({ article }) => article?.slug ?? null)}::text[],
      ${column(({ article }) => article?.revision ?? null)}::text[],
      ${column(({ questionId }) => questionId ?? null)}::integer[],
      ${column(({ details }) => JSON.stringify(details))}::jsonb[]
    ) WITH ORDINALITY AS given (
      at, kind, visitor, bucket, locale,
      article_locale, category, slug, revision, question_id, details, position
    )
    LEFT JOIN articles
      ON articles.locale = article_locale
      AND articles.category = given.category
      AND articles.slug = given.slug
    LEFT JOIN article_revisions
      ON article_revisions.article_id = articles.id AND article_revisions.hash = revision
    ORDER BY position`.execute(db);
}

/**
 * Makes the partition of a month, with what has come before anybody made it. A second call, also
 * by another process at the same time, changes nothing.
 * @param month its first day, yyyy-mm-01
 * @param next the first day of the month after it
 */
export async function makeMonth(db: Kysely<Database>, month: string, next: string): Promise<void> {
  const name = `events_${month.slice(0, 7).replace('-', '_')}`;
  const isMade = async (on: Kysely<Database>) => {
    const { rows } = await sql<{ made: boolean }>`
      SELECT to_regclass(${name}) IS NOT NULL AS made`.execute(on);
    return rows[0]?.made === true;
  };
  if (await isMade(db)) return;
  await db.transaction().execute(async (trx) => {
    await sql`LOCK TABLE events IN ACCESS EXCLUSIVE MODE`.execute(trx);
    if (await isMade(trx)) return;
    const table = sql.table(name);
    await sql`CREATE TABLE ${table} (LIKE events INCLUDING ALL)`.execute(trx);
    await sql`
      WITH moved AS (
        DELETE FROM events_unplaced
        WHERE at >= ${month}::timestamptz AND at < ${next}::timestamptz
        RETURNING *
      )
      INSERT INTO ${table} SELECT * FROM moved`.execute(trx);
    // The bounds are part of the table's definition and cannot be parameters.
    const [from, to] = [sql.lit(`${month}T00:00:00Z`), sql.lit(`${next}T00:00:00Z`)];
    await sql`ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`.execute(
      trx,
    );
  });
}
