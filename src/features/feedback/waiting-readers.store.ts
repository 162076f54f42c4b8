import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What readers wait for something to come of. */
export type WaitingKind = 'comment' | 'search';

export interface WaitingReader {
  subject: string;
  email: string;
  locale: string;
}

/** Notes that a reader waits; once for each address. */
export async function insertWaiting(
  db: Db,
  kind: WaitingKind,
  { subject, email, locale }: WaitingReader,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO waiting_readers (kind, subject, email, locale, created_at)
    VALUES (${kind}, ${subject}, ${email}, ${locale}, ${now})
    ON CONFLICT DO NOTHING`.execute(db);
}

/** What names the comment that a visitor has just left on an article; undefined when there is none. */
export async function findCommentSubject(
  db: Db,
  { locale, category, slug }: ArticleFacts,
  codes: string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ subject: string }>`
    SELECT series_id || ':' || visitor AS subject
    FROM article_feedback
    JOIN article_series ON article_series.id = series_id
    JOIN articles ON articles.id = article_id
    WHERE articles.locale = ${locale} AND category = ${category} AND slug = ${slug}
      AND visitor = ANY (${codes}) AND comment IS NOT NULL
    ORDER BY updated_at DESC LIMIT 1`.execute(db);
  return rows[0]?.subject;
}

/** How many wait for each of some subjects; who nobody waits for is left out. */
export async function countWaiting(
  db: Db,
  kind: WaitingKind,
  subjects: string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ subject: string; count: number }>`
    SELECT subject, count(*)::integer AS count FROM waiting_readers
    WHERE kind = ${kind} AND subject = ANY (${subjects})
    GROUP BY subject`.execute(db);
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

/** Takes out who waits for some subjects: their addresses are kept no longer. */
export async function takeWaiting(
  trx: Transaction<Database>,
  kind: WaitingKind,
  subjects: string[],
): Promise<WaitingReader[]> {
  const { rows } = await sql<WaitingReader>`
    DELETE FROM waiting_readers WHERE kind = ${kind} AND subject = ANY (${subjects})
    RETURNING subject, email, locale`.execute(trx);
  return rows;
}

/** Forgets who has waited since before a moment. */
export async function dropWaiting(db: Db, before: Date): Promise<void> {
  await sql`DELETE FROM waiting_readers WHERE created_at < ${before}`.execute(db);
}
