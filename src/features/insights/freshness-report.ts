import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { dayOf } from '#src/server/clock.ts';
import { listDatedArticles, type DatedArticle } from './freshness-report.store.ts';
import { readArticleFigures } from './read-article-figures.ts';

/** Days in which a review that is due soon is worth planning. */
export const DUE_WITHIN = 30;

export type ReviewState = 'overdue' | 'due' | 'later' | 'undated';

/** An article with its review date, and how many reads fell before and after it. */
export interface FreshArticle extends Omit<DatedArticle, 'id'> {
  reads: number;
  /** While it had a review date, and of them those on or before that date. */
  datedReads: number;
  freshReads: number;
  state: ReviewState;
  /** Reads after the date had passed. */
  lost: number;
}

/** How fresh what people read is, with the articles that want a look. */
export interface FreshnessReport {
  fresh: Share;
  owners: { owner: string | null; fresh: Share; overdue: number; articles: number }[];
  /** Those of most reads after their date first. */
  overdue: FreshArticle[];
  /** Those whose date comes first, first. */
  due: FreshArticle[];
  /** Without a date, those of most reads first. */
  undated: FreshArticle[];
}

/** What the review date of an article asks for on a day. */
export function reviewState(reviewBy: string | null, now: Date): ReviewState {
  if (reviewBy === null) return 'undated';
  const soon = dayOf(new Date(now.getTime() + DUE_WITHIN * 86_400_000));
  if (reviewBy < dayOf(now)) return 'overdue';
  return reviewBy <= soon ? 'due' : 'later';
}

/** Every article with what its review date asks for. */
export async function freshArticles(
  db: Kysely<Database>,
  scope: Scope & { period?: Period },
  now: Date,
): Promise<FreshArticle[]> {
  const [articles, figures] = await Promise.all([
    listDatedArticles(db, scope),
    readArticleFigures(db, scope),
  ]);
  return articles.flatMap(({ id, ...article }) => {
    const { reads = 0, datedReads = 0, freshReads = 0 } = figures.get(id) ?? {};
    // Another language's article is listed where somebody read it.
    if (scope.locale !== undefined && article.locale !== scope.locale && reads === 0) return [];
    const state = reviewState(article.reviewBy, now);
    const counts = { reads, datedReads, freshReads, lost: datedReads - freshReads };
    return [{ ...article, ...counts, state }];
  });
}

const sum = (articles: FreshArticle[], of: 'datedReads' | 'freshReads') =>
  articles.reduce((total, one) => total + one[of], 0);

const freshOf = (articles: FreshArticle[]) =>
  shareOf(sum(articles, 'freshReads'), sum(articles, 'datedReads'));

/** Puts together how fresh the articles of a scope are. */
export async function freshnessReport(
  db: Kysely<Database>,
  scope: Scope,
  now: Date,
): Promise<FreshnessReport> {
  const articles = await freshArticles(db, scope, now);
  const inState = (state: ReviewState) => articles.filter((one) => one.state === state);
  return {
    fresh: freshOf(articles),
    owners: [...Map.groupBy(articles, ({ owner }) => owner)]
      .map(([owner, own]) => ({
        owner,
        fresh: freshOf(own),
        overdue: own.filter(({ state }) => state === 'overdue').length,
        articles: own.length,
      }))
      .toSorted((a, b) => b.overdue - a.overdue || (a.owner ?? '').localeCompare(b.owner ?? '')),
    overdue: inState('overdue').toSorted((a, b) => b.lost - a.lost || b.reads - a.reads),
    due: inState('due'),
    undated: inState('undated').toSorted((a, b) => b.reads - a.reads),
  };
}
