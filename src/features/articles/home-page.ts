import type { Library, Listed, Shelf } from './library.ts';
import { popularArticles } from './popular-articles.ts';

/** How many articles each list of the home page shows. */
const LISTED = 6;

export interface HomePage {
  shelves: Shelf[];
  /** Chosen by readers' votes; empty as long as there are none. */
  popular: Listed[];
  /** The first article of each shelf, shown while nothing is known to be popular. */
  start: Listed[];
  recent: Listed[];
}

/** What the home page of a locale shows. */
export async function homePage(library: Library, locale: string): Promise<HomePage> {
  const shelves = library.shelves(locale);
  const all = library.inOrder(locale);
  const popular = (await popularArticles())
    .map(({ category, slug }) => library.find(locale, category, slug))
    .filter((listed) => listed !== undefined && !listed.article.unlisted);
  return {
    shelves,
    popular: popular.slice(0, LISTED) as Listed[],
    start: shelves.flatMap(({ articles }) => articles.slice(0, 1)).slice(0, LISTED),
    recent: all
      .toSorted((a, b) => b.article.updated.localeCompare(a.article.updated))
      .slice(0, LISTED),
  };
}
