import { localePath, type Locales } from '#src/features/articles/address.ts';
import {
  isAll,
  ORDERS,
  readOrder,
  type ListChoice,
  type Order,
  type Shelf,
} from './question-list.ts';

/** The address of a list of questions. */
export function shelfPath(site: Locales, locale: string, { category, tag }: Shelf): string {
  if (category !== undefined) {
    return localePath(site, locale, `/community/categories/${encodeURIComponent(category)}`);
  }
  if (tag !== undefined) return localePath(site, locale, `/community/tags/${tag}`);
  return localePath(site, locale, '/community');
}

/** How a list is shown, as its address says it; the usual way says nothing. */
export function listQuery({ order, isEveryLanguage }: ListChoice): Record<string, string> {
  return {
    ...(order === ORDERS[0] ? {} : { order }),
    ...(isEveryLanguage ? { languages: 'all' } : {}),
  };
}

/** What `listQuery` wrote. @param orders that there are for this reader */
export const readListChoice = (query: URLSearchParams, orders?: readonly Order[]): ListChoice => ({
  order: readOrder(query.get('order'), orders),
  isEveryLanguage: query.get('languages') === 'all',
});

const withQuery = (path: string, query: Record<string, string>): string =>
  Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path;

/** The address of a list in some order and languages. */
export const listPath = (site: Locales, locale: string, shelf: Shelf, choice: ListChoice): string =>
  withQuery(shelfPath(site, locale, shelf), listQuery(choice));

/** The address of the feed of a list. */
export const listFeedPath = (
  site: Locales,
  locale: string,
  shelf: Shelf,
  choice: ListChoice,
): string =>
  withQuery(
    `${shelfPath(site, locale, shelf)}${isAll(shelf) ? '/feed' : ''}.xml`,
    listQuery(choice),
  );

/** The page for signing in, which leads back to `path`. */
export const signInPath = (site: Locales, locale: string, path: string): string =>
  `${localePath(site, locale, '/account/sign-in')}?next=${encodeURIComponent(path)}`;

/** The page for opening an account, which leads back to `path`. */
export const signUpPath = (site: Locales, locale: string, path: string): string =>
  `${localePath(site, locale, '/account/sign-up')}?next=${encodeURIComponent(path)}`;
