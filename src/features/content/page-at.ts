import type { ArticleIndex } from './article-index.ts';

/** A page of the site, in words, with the file that a writer links to if there is one. */
export interface PageAt {
  name: string;
  /** An article, or the folder of a category. */
  file?: string;
}

const PAGES_OF_LOCALE: Record<string, string> = {
  '/': 'the home page',
  '/search': 'the search',
  '/feed.xml': 'the feed',
};
const PAGES_OF_SITE: Record<string, string> = {
  '/sitemap.xml': 'the sitemap',
  '/llms.txt': 'the list for language models',
  '/robots.txt': 'the rules for robots',
};

/** An address of this site as the server compares it; undefined when it can be none. */
export function plainAddress(written: string): string | undefined {
  if (!/^\/(?!\/)[^?#\s]*$/.test(written)) return undefined;
  try {
    return decodeURIComponent(written)
      .normalize('NFC')
      .replace(/(?<=.)\/$/, '');
  } catch {
    return undefined;
  }
}

/** The page at `address`, which `plainAddress` has made plain. */
export function pageAt(address: string, index: ArticleIndex): PageAt | undefined {
  const { locales, defaultLocale } = index.site;
  const [, first = ''] = address.split('/');
  const isPrefixed = first !== defaultLocale && locales.includes(first);
  const locale = isPrefixed ? first : defaultLocale;
  const place = isPrefixed ? address.slice(first.length + 1) || '/' : address;

  const page = PAGES_OF_LOCALE[place] ?? (isPrefixed ? undefined : PAGES_OF_SITE[place]);
  if (page) return { name: page };
  const [, category = '', slug] = /^\/articles\/([^/]+)(?:\/([^/]+?)(?:\.md)?)?$/.exec(place) ?? [];
  if (!slug) {
    if (!index.hasCategory(locale, category)) return undefined;
    return { name: `the category ${category}`, file: `articles/${locale}/${category}/` };
  }
  if (!index.find(locale, category, slug)) return undefined;
  const file = `articles/${locale}/${category}/${slug}.md`;
  return { name: file, file };
}
