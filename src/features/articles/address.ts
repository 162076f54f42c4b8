/** What an address needs to know of the site. */
export interface Locales {
  defaultLocale: string;
}

/** `path` (starting with a slash) in a locale: the default one has no prefix. */
export function localePath(site: Locales, locale: string, path: string): string {
  if (locale === site.defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The address of a category's page, encoded as addresses are. */
export function categoryPath(site: Locales, locale: string, category: string): string {
  return localePath(site, locale, `/articles/${encodeURIComponent(category)}`);
}

/** The address of an article's page, encoded as addresses are. */
export function articlePath(site: Locales, locale: string, category: string, slug: string): string {
  return localePath(
    site,
    locale,
    `/articles/${encodeURIComponent(category)}/${encodeURIComponent(slug)}`,
  );
}

/** The `[...locale]` part of a route: absent for the default locale. */
export function localeParam(site: Locales, locale: string): string | undefined {
  return locale === site.defaultLocale ? undefined : locale;
}

/** The locale that a path of the site is in. */
export function localeOfPath(site: Locales & { locales: string[] }, path: string): string {
  const first = path.split('/')[1] ?? '';
  return site.locales.includes(first) ? first : site.defaultLocale;
}

/** The locale of the page, the category and the slug that an article's path is made of. */
export function addressParts(
  site: Locales & { locales: string[] },
  path: string,
): [locale: string, category: string, slug: string] | undefined {
  const locale = localeOfPath(site, path);
  const [, shelf, name] = /\/articles\/([^/?#]+)\/([^/?#]+)(?:[?#]|$)/.exec(path) ?? [];
  if (!shelf || !name) return undefined;
  if (!path.startsWith(localePath(site, locale, `/articles/${shelf}/${name}`))) return undefined;
  try {
    return [locale, decodeURIComponent(shelf), decodeURIComponent(name)];
  } catch {
    return undefined;
  }
}
