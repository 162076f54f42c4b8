import type { Library, Listed, Shelf } from './library.ts';
import { popularArticles } from './popular-articles.ts';
import { referredArticles } from './referred-articles.ts';

/** How many articles each list of the home page shows. */
const LISTED = 6;

export interface HomePage {
  shelves: Shelf[];
  /** Chosen by readers' votes; empty as long as there are none. */
  popular: Listed[];
  /** What other articles link to, shown while nothing is known to be popular. */
  referred: Listed[];
  recent: Listed[];
}

/** What the home page of a locale shows. */
export async function homePage(library: Library, locale: string): Promise<HomePage> {
  const shelves = library.shelves(locale);
  const all = library.inOrder(locale);
  const find = (key: string): Listed[] => {
    const [category = '', slug = ''] = key.split('/');
    const listed = library.find(locale, category, slug);
    return listed && !listed.article.unlisted ? [listed] : [];
  };
  const popular = (await popularArticles()).map(({ category, slug }) => `${category}/${slug}`);
  return {
    shelves,
    popular: popular.flatMap(find).slice(0, LISTED),
    referred: referredArticles(all.map(({ article }) => article))
      .flatMap(find)
      .slice(0, LISTED),
    recent: all
      .toSorted((a, b) => b.article.updated.localeCompare(a.article.updated))
      .slice(0, LISTED),
  };
}
