import { localePath, type Locales } from '#src/features/articles/address.ts';

/** What a visitor brings along to the form. */
export interface CarriedAlong {
  /** Path of the article that they read. */
  article?: string | undefined;
  searched?: string | undefined;
}

/** The page to write to the company, with what its visitor brings along. */
export function contactPath(site: Locales, locale: string, along: CarriedAlong = {}): string {
  const given = Object.entries(along).filter((pair): pair is [string, string] => !!pair[1]);
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return localePath(site, locale, '/contact') + query;
}

/** The page of staff with all requests. */
export const requestsPath = (site: Locales, locale: string): string =>
  localePath(site, locale, '/contact/requests');

/** The page of staff with one. */
export const requestPath = (site: Locales, locale: string, reference: string): string =>
  localePath(site, locale, `/contact/requests/${reference}`);

/** Where staff see a picture. */
export const attachmentPath = (name: string): string => `/contact/attachments/${name}`;
