import type { Article } from './article.ts';
import type { Site } from './content.ts';
import { nearest } from './nearest.ts';
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
  /** The `category/slug` that was probably meant by one that `find` does not find. */
  guess(locale: string, category: string, slug: string): string | undefined;
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
    guess: guesser(site, shown),
  };
}

/** Renaming one category can kill thousands of links, so each guess is made once and searches little. */
function guesser(site: Site, shown: ReadArticle[]): ArticleIndex['guess'] {
  const known = new Map<string, string | undefined>();
  const bySlug = Map.groupBy(shown, ({ article }) => article.slug);
  const byCategory = Map.groupBy(shown, ({ article }) => article.category);
  return (locale, category, slug) => {
    const key = `${locale}/${category}/${slug}`;
    if (known.has(key)) return known.get(key);
    const inLocale = (list: ReadArticle[] = []) =>
      list
        .map(({ article }) => article)
        .filter((article) => [locale, site.defaultLocale].includes(article.locale));
    const elsewhere = inLocale(bySlug.get(slug))[0];
    const home = nearest(category, byCategory.keys()) ?? '';
    const neighbour = nearest(
      slug,
      inLocale(byCategory.get(home)).map((article) => article.slug),
    );
    const guess = elsewhere ? `${elsewhere.category}/${slug}` : neighbour && `${home}/${neighbour}`;
    known.set(key, guess);
    return guess;
  };
}
