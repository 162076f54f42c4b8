import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';
import {
  listTopQueries,
  listTopSteps,
  type QueryTo,
  type StepFrom,
} from './article-digests.store.ts';
import { findKeptReport } from './kept-reports.store.ts';

/** Enough to see what an article is found by, and what it leaves open. */
const SHOWN = 3;

/** The searches that led to an article most often, and what its readers did next. */
export interface ArticleWays {
  articleId: number;
  /** It is of all languages together. */
  locale?: never;
  queries: Omit<QueryTo, 'articleId'>[];
  next: Omit<StepFrom, 'articleId'>[];
}

/** The ways to and from each article that has any, in a scope's days. */
export async function listArticleWays(db: Kysely<Database>, scope: Scope): Promise<ArticleWays[]> {
  const [queries, steps] = await Promise.all([
    listTopQueries(db, scope, SHOWN),
    listTopSteps(db, scope, SHOWN),
  ]);
  const queriesTo = Map.groupBy(queries, ({ articleId }) => articleId);
  const stepsFrom = Map.groupBy(steps, ({ articleId }) => articleId);
  return [...new Set([...queriesTo.keys(), ...stepsFrom.keys()])].map((articleId) => ({
    articleId,
    queries: (queriesTo.get(articleId) ?? []).map(({ query, visits }) => ({ query, visits })),
    next: (stepsFrom.get(articleId) ?? []).map(({ next, title, visits }) => ({
      next,
      title,
      visits,
    })),
  }));
}

/** The same by the article's id: those that are kept of a scope's period, else those of its days. */
export async function readArticleWays(
  db: Kysely<Database>,
  { from, to, period }: Scope & { period?: Period },
): Promise<Map<number, ArticleWays>> {
  const kept = period && (await findKeptReport(db, 'article-ways', period));
  const rows = kept ? (kept.report as ArticleWays[]) : await listArticleWays(db, { from, to });
  return new Map(rows.map((row) => [row.articleId, row]));
}
