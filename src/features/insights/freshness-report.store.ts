import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { datedReads, freshReads } from '#src/features/measures/freshness.store.ts';
import { reads } from '#src/features/measures/reads.store.ts';
import { inDays, ofArticles } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** An article with its review date, and how many reads fell before and after it. */
export interface ArticleFreshness {
  file: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
  owner: string | null;
  /** yyyy-mm-dd */
  reviewBy: string | null;
  reads: number;
  /** While it had a review date, and of them those on or before that date. */
  datedReads: number;
  freshReads: number;
}

/** The articles in the content folder, those first whose date passes first; without a date last. */
export async function listFreshness(
  db: Kysely<Database>,
  scope: Scope,
): Promise<ArticleFreshness[]> {
  const { locale } = scope;
  const { rows } = await sql<ArticleFreshness>`
    SELECT file, articles.locale, category, slug, title, owner,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy",
      coalesce(counted.reads, 0) AS reads, coalesce(counted.dated, 0) AS "datedReads",
      coalesce(counted.fresh, 0) AS "freshReads"
    FROM articles
    LEFT JOIN (
      SELECT article_id, ${reads} AS reads, ${datedReads} AS dated, ${freshReads} AS fresh
      FROM article_days WHERE ${inDays(scope)} GROUP BY article_id
    ) AS counted ON article_id = articles.id
    WHERE removed_at IS NULL AND ${ofArticles(scope)}
      AND (${locale === undefined} OR articles.locale = ${locale ?? ''} OR counted.reads > 0)
    ORDER BY review_by NULLS LAST, file`.execute(db);
  return rows;
}
