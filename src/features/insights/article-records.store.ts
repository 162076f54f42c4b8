import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface RecordRow {
  id: number;
  file: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
  owner: string | null;
  removed: boolean;
  /** By when somebody has to look at it again, yyyy-mm-dd. */
  reviewBy: string | null;
  revision: string;
  series: number;
  seriesSince: Date;
  /** The series that the present one took the place of. */
  seriesBefore: number | null;
}

/** Every article with its present series and the one that was open until the present one came. */
export async function listRecords(db: Kysely<Database>): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    SELECT articles.id, file, locale, category, slug, title, owner,
      removed_at IS NOT NULL AS removed,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy",
      article_revisions.hash AS revision,
      present.id AS series,
      present.started_at AS "seriesSince",
      before.id AS "seriesBefore"
    FROM articles
    JOIN article_revisions ON article_revisions.id = articles.revision_id
    JOIN article_series AS present ON present.id = article_revisions.series_id
    LEFT JOIN LATERAL (
      SELECT id FROM article_series
      WHERE article_series.article_id = articles.id
        AND article_series.id <> present.id
        AND ended_at IS NOT NULL
      ORDER BY ended_at DESC, id DESC
      LIMIT 1
    ) AS before ON true
    ORDER BY file`.execute(db);
  return rows;
}

export interface CommentRow {
  series: number;
  at: Date;
  answer: 'yes' | 'no';
  reason: string | null;
  section: string | null;
  locale: string;
  comment: string;
}

/** The latest comments of each series, newest first. */
export async function listComments(
  db: Kysely<Database>,
  series: number[],
  most: number,
): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    SELECT series_id AS series, updated_at AS at, answer, reason, section, locale, comment
    FROM (
      SELECT *, row_number() OVER (PARTITION BY series_id ORDER BY updated_at DESC) AS place
      FROM article_feedback
      WHERE comment IS NOT NULL AND series_id = ANY (${series})
    ) AS commented
    WHERE place <= ${most}
    ORDER BY updated_at DESC`.execute(db);
  return rows;
}

/** How often each reason was chosen, by series, the most frequent first. */
export async function countReasons(
  db: Kysely<Database>,
  series: number[],
): Promise<{ series: number; reason: string; count: number }[]> {
  const { rows } = await sql<{ series: number; reason: string; count: number }>`
    SELECT series_id AS series, reason, count(*)::integer AS count
    FROM article_feedback
    WHERE reason IS NOT NULL AND series_id = ANY (${series})
    GROUP BY series_id, reason
    ORDER BY count DESC, reason`.execute(db);
  return rows;
}

/** Votes that come from `npm run db -- seed demo` and not from readers. */
export async function countExamples(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM article_feedback WHERE visitor LIKE 'demo-%'`.execute(
    db,
  );
  return rows[0]!.count;
}

/** Submissions since a day that bot traps have set aside; many of them may mean that a trap errs. */
export async function countSetAside(db: Kysely<Database>, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(sum(count), 0)::integer AS count
    FROM trapped_feedback WHERE day >= ${since.toISOString().slice(0, 10)}::date`.execute(db);
  return rows[0]!.count;
}
