import { localePath, type Locales } from '#src/features/articles/address.ts';

/** The pages of insights, in the order of their links. */
export const INSIGHT_PAGES = [
  'overview',
  'mine',
  'articles',
  'comments',
  'searches',
  'gaps',
  'community',
  'satisfaction',
  'freshness',
  'missing',
] as const;

export type InsightPage = (typeof INSIGHT_PAGES)[number];

/**
 * Where a page is not at its name: the overview is the entrance, and `/insights/community` would be
 * taken for the community of a language called insights.
 */
const OTHER_PLACES: Partial<Record<InsightPage, string>> = {
  overview: '/insights',
  community: '/insights/community-health',
};

export const insightsPath = (site: Locales, locale: string, page: InsightPage): string =>
  localePath(site, locale, OTHER_PLACES[page] ?? `/insights/${page}`);

/** Where a measure is defined in words. */
export const measurePath = (site: Locales, locale: string, measure: string): string =>
  `${localePath(site, locale, '/insights/measures')}#${measure}`;

/** Where a table is had as a file. */
export const tablePath = (name: string, format: 'csv' | 'json', query: string): string =>
  `/insights/tables/${name}.${format}${query}`;

/** The page of an article's figures. */
export const articleInsightsPath = (
  site: Locales,
  locale: string,
  article: { locale: string; category: string; slug: string },
): string =>
  localePath(
    site,
    locale,
    `/insights/articles/${article.locale}/${article.category}/${article.slug}`,
  );
