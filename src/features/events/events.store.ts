import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { EventKind, Witnessed } from './event.ts';

export interface NewEvent extends Pick<Witnessed, 'visitor' | 'bucket'> {
  at: Date;
  kind: EventKind;
  locale: string;
  articleId: number | null;
  revisionId: number | null;
  questionId: number | null;
  page: number | null;
  /** As JSON. */
  details: string;
}

/** Adds events, in their order. */
export async function insertEvents(db: Kysely<Database>, events: NewEvent[]): Promise<void> {
  const column = <Value>(value: (event: NewEvent) => Value) => events.map(value);
  await sql`
    INSERT INTO events
      (at, kind, visitor, bucket, locale, article_id, article_revision_id, question_id, page, details)
    SELECT * FROM unnest(
      ${column(({ at }) => at.toISOString())}::timestamptz[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ visitor }) => visitor)}::text[],
      ${column(({ bucket }) => bucket)}::text[],
      ${column(({ locale }) => locale)}::text[],
      ${column(({ articleId }) => articleId)}::integer[],
      ${column(({ revisionId }) => revisionId)}::integer[],
      ${column(({ questionId }) => questionId)}::integer[],
      ${column(({ page }) => page)}::bigint[],
      ${column(({ details }) => details)}::jsonb[]
    )`.execute(db);
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
