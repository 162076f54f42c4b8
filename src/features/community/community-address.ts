import { localePath, type Locales } from '#src/features/articles/address.ts';
import { ORDERS, type Order, type Shelf } from './question-list.ts';

/** The address of a list of questions. */
export function shelfPath(site: Locales, locale: string, { category, tag }: Shelf): string {
  if (category !== undefined) {
    return localePath(site, locale, `/community/categories/${encodeURIComponent(category)}`);
  }
  if (tag !== undefined) return localePath(site, locale, `/community/tags/${tag}`);
  return localePath(site, locale, '/community');
}

/** What an order adds to an address: nothing for the usual one. */
export const orderQuery = (order: Order): string => (order === ORDERS[0] ? '' : `?order=${order}`);

/** The address of the feed of a list. */
export function shelfFeedPath(site: Locales, locale: string, shelf: Shelf, order: Order): string {
  const isShelf = shelf.category !== undefined || shelf.tag !== undefined;
  const path = shelfPath(site, locale, shelf);
  return `${path}${isShelf ? '.xml' : '/feed.xml'}${orderQuery(order)}`;
}

/** The page for signing in, which leads back to `path`. */
export const signInPath = (site: Locales, locale: string, path: string): string =>
  `${localePath(site, locale, '/account/sign-in')}?next=${encodeURIComponent(path)}`;
