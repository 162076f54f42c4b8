import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { escalated } from '#src/features/measures/failed-deflections.store.ts';
import { datedReads, freshReads } from '#src/features/measures/freshness.store.ts';
import { reads } from '#src/features/measures/reads.store.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { views } from '#src/features/measures/views.store.ts';

/** What visits did with an article in a scope's days. */
export interface ArticleFigures {
  articleId: number;
  views: number;
  reads: number;
  escalated: number;
  datedReads: number;
  freshReads: number;
}

/** The figures of each article that was viewed, by the language of the page. */
export async function listArticleFigures(
  db: Kysely<Database>,
  scope: Pick<Scope, 'from' | 'to' | 'locale'>,
): Promise<(ArticleFigures & { locale: string })[]> {
  const { rows } = await sql<ArticleFigures & { locale: string }>`
    SELECT article_id AS "articleId", locale, ${views} AS views, ${reads} AS reads,
      ${escalated} AS escalated, ${datedReads} AS "datedReads", ${freshReads} AS "freshReads"
    FROM article_days WHERE ${inDays(scope)}
    GROUP BY article_id, locale ORDER BY article_id, locale`.execute(db);
  return rows;
}

/** All articles of a scope's days and language together. */
export async function sumArticleFigures(
  db: Kysely<Database>,
  scope: Pick<Scope, 'from' | 'to' | 'locale'>,
): Promise<Omit<ArticleFigures, 'articleId'>> {
  const { rows } = await sql<Omit<ArticleFigures, 'articleId'>>`
    SELECT coalesce(sum(views), 0)::integer AS views, coalesce(sum(reads), 0)::integer AS reads,
      coalesce(sum(failed), 0)::integer AS escalated,
      coalesce(sum(dated_reads), 0)::integer AS "datedReads",
      coalesce(sum(fresh_reads), 0)::integer AS "freshReads"
    FROM site_days WHERE ${inDays(scope)}`.execute(db);
  return rows[0]!;
}

/** One article. */
export async function sumFiguresOf(
  db: Kysely<Database>,
  articleId: number,
  scope: Scope,
): Promise<Omit<ArticleFigures, 'articleId'>> {
  const { rows } = await sql<Omit<ArticleFigures, 'articleId'>>`
    SELECT ${views} AS views, ${reads} AS reads, ${escalated} AS escalated,
      ${datedReads} AS "datedReads", ${freshReads} AS "freshReads"
    FROM article_days WHERE article_id = ${articleId} AND ${inDays(scope)}`.execute(db);
  return rows[0]!;
}
