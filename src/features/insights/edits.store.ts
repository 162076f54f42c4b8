import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays, ofArticles } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** A series that took the place of another, with the votes of both. */
export interface EditRow {
  file: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
  owner: string | null;
  at: Date;
  /** A later series has taken its place. */
  isOver: boolean;
  nBefore: number;
  yesBefore: number;
  n: number;
  yes: number;
}

/** The edits of a scope's days that changed 5 % of the words or more, the latest first. */
export async function listEdits(db: Kysely<Database>, scope: Scope): Promise<EditRow[]> {
  const { locale } = scope;
  const inLocale = locale === undefined ? sql`` : sql` AND articles.locale = ${locale}`;
  const { rows } = await sql<EditRow>`
    WITH ordered AS (
      SELECT id, article_id, started_at, ended_at,
        lag(id) OVER (PARTITION BY article_id ORDER BY started_at, id) AS before_id
      FROM article_series
    ), edited AS (
      SELECT * FROM ordered
      WHERE before_id IS NOT NULL AND ${duringDays('started_at', scope)}
    ), voted AS (
      SELECT series_id, count(*)::integer AS n,
        count(*) FILTER (WHERE answer = 'yes')::integer AS yes
      FROM article_feedback
      WHERE series_id IN (SELECT id FROM edited UNION SELECT before_id FROM edited)
      GROUP BY series_id
    )
    SELECT file, locale, category, slug, title, owner, started_at AS at,
      ended_at IS NOT NULL AS "isOver",
      coalesce(before.n, 0) AS "nBefore", coalesce(before.yes, 0) AS "yesBefore",
      coalesce(after.n, 0) AS n, coalesce(after.yes, 0) AS yes
    FROM edited JOIN articles ON articles.id = article_id
    LEFT JOIN voted AS before ON before.series_id = before_id
    LEFT JOIN voted AS after ON after.series_id = edited.id
    WHERE removed_at IS NULL AND ${ofArticles(scope)}${inLocale}
    ORDER BY started_at DESC, file`.execute(db);
  return rows;
}
