import type { Article } from './article.ts';
import type { Site } from './content.ts';
import type { ReadArticle } from './read-article.ts';

/** Finds articles and categories as readers of a locale do: their own, else the default locale's. */
export interface ArticleIndex {
  site: Site;
  /** Every article that readers get to see. */
  shown: ReadArticle[];
  find(locale: string, category: string, slug: string): ReadArticle | undefined;
  /** A draft, or an article whose day is still to come. */
  findHidden(locale: string, category: string, slug: string): ReadArticle | undefined;
  hasCategory(locale: string, category: string): boolean;
  /** File of the article that has `address` in its `redirectFrom`. */
  movedTo(address: string): string | undefined;
  /** `category/slug` of all that `find` finds in a locale. */
  names(locale: string): string[];
}

export function indexArticles(site: Site, all: ReadArticle[], shown: ReadArticle[]): ArticleIndex {
  const keyOf = ({ locale, category, slug }: Article) => `${locale}/${category}/${slug}`;
  const everything = new Map(all.map((one) => [keyOf(one.article), one]));
  const visible = new Map(shown.map((one) => [keyOf(one.article), one]));
  const categories = new Set(shown.map(({ article }) => `${article.locale}/${article.category}`));
  const lookUp =
    (map: Map<string, ReadArticle>) => (locale: string, category: string, slug: string) =>
      site.locales.includes(locale)
        ? (map.get(`${locale}/${category}/${slug}`) ??
          map.get(`${site.defaultLocale}/${category}/${slug}`))
        : undefined;
  return {
    site,
    shown,
    find: lookUp(visible),
    findHidden: lookUp(everything),
    hasCategory: (locale, category) =>
      site.locales.includes(locale) &&
      (categories.has(`${locale}/${category}`) ||
        categories.has(`${site.defaultLocale}/${category}`)),
    movedTo: (address) =>
      shown.find(({ article }) => article.redirectFrom.includes(address))?.article.file,
    names: (locale) =>
      shown
        .filter(({ article }) => [locale, site.defaultLocale].includes(article.locale))
        .map(({ article }) => `${article.category}/${article.slug}`),
  };
}
