import { byNeed } from './article-records.ts';
import type { ListedArticle } from './article-list.ts';

/** In which order articles can be listed. */
export const ARTICLE_SORTS = ['need', 'reads', 'failed', 'helpful'] as const;

export type ArticleSort = (typeof ARTICLE_SORTS)[number];

/** An order as an address names it; needing work first where it names none. */
export const readSort = (name: string | null): ArticleSort =>
  ARTICLE_SORTS.find((sort) => sort === name) ?? 'need';

type Compare = (a: ListedArticle, b: ListedArticle) => number;

// The best by what they are at least, so that three kind votes do not lead the list.
const lowEnd = ({ helpfulness }: ListedArticle) => helpfulness?.low ?? -1;

const ORDERS: Record<ArticleSort, Compare> = {
  need: byNeed,
  reads: (a, b) => b.reads - a.reads || byNeed(a, b),
  failed: (a, b) => b.failed.count - a.failed.count || byNeed(a, b),
  helpful: (a, b) => lowEnd(b) - lowEnd(a) || b.n - a.n || byNeed(a, b),
};

export const sortArticles = <Article extends ListedArticle>(
  articles: Article[],
  sort: ArticleSort,
): Article[] => articles.toSorted(ORDERS[sort]);
