import { localePath, type Locales } from '#src/features/articles/address.ts';
import { tidyQuery } from './query.ts';

/** What the address of a page of results says. */
export interface SearchAddress {
  query: string;
  category: string | undefined;
  /** From 1. */
  page: number;
}

const PAGE_MAX = 500;

/** Reads the parameters of a page of results; what makes no sense counts as absent. */
export function readSearchAddress(parameters: URLSearchParams): SearchAddress {
  const page = Number(parameters.get('page') ?? 1);
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    category: parameters.get('category') || undefined,
    page: Number.isInteger(page) && page > 0 && page <= PAGE_MAX ? page : 1,
  };
}

/** The address of a page of results. */
export function searchPath(
  site: Locales,
  locale: string,
  { query, category, page = 1 }: Pick<SearchAddress, 'query'> & Partial<SearchAddress>,
): string {
  const parameters = new URLSearchParams({ q: query });
  if (category) parameters.set('category', category);
  if (page > 1) parameters.set('page', `${page}`);
  return `${localePath(site, locale, '/search')}?${parameters}`;
}
