import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { escalated } from '#src/features/measures/failed-deflections.store.ts';
import { datedReads, freshReads } from '#src/features/measures/freshness.store.ts';
import { reads } from '#src/features/measures/reads.store.ts';
import { inDays, ofArticles } from '#src/features/measures/scope.store.ts';
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

/** The figures of each article that was viewed, by its id. */
export async function listArticleFigures(
  db: Kysely<Database>,
  scope: Scope,
): Promise<Map<number, ArticleFigures>> {
  const { owner, category } = scope;
  const isNarrow = owner !== undefined || category !== undefined;
  const narrowed = isNarrow
    ? sql` AND article_id IN (SELECT id FROM articles WHERE ${ofArticles(scope)})`
    : sql``;
  const { rows } = await sql<ArticleFigures>`
    SELECT article_id AS "articleId", ${views} AS views, ${reads} AS reads,
      ${escalated} AS escalated, ${datedReads} AS "datedReads", ${freshReads} AS "freshReads"
    FROM article_days WHERE ${inDays(scope)}${narrowed}
    GROUP BY article_id`.execute(db);
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** All articles together. */
export async function sumArticleFigures(
  db: Kysely<Database>,
  scope: Scope,
): Promise<Omit<ArticleFigures, 'articleId'>> {
  const { owner, category } = scope;
  const isNarrow = owner !== undefined || category !== undefined;
  const narrowed = isNarrow
    ? sql` AND article_id IN (SELECT id FROM articles WHERE ${ofArticles(scope)})`
    : sql``;
  const { rows } = await sql<Omit<ArticleFigures, 'articleId'>>`
    SELECT ${views} AS views, ${reads} AS reads, ${escalated} AS escalated,
      ${datedReads} AS "datedReads", ${freshReads} AS "freshReads"
    FROM article_days WHERE ${inDays(scope)}${narrowed}`.execute(db);
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
