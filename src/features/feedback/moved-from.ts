import type { Article } from '#src/features/content/article.ts';
import type { Address } from './revisions.store.ts';

const ARTICLE_PATH = /^(?:\/([\w-]+))?\/articles\/([^/]+)\/([^/]+?)\/?$/;

/** The article that a path is the address of, should there be one; undefined for other paths. */
export function addressFromPath(path: string, defaultLocale: string): Address | undefined {
  const [, locale = defaultLocale, category, slug] = ARTICLE_PATH.exec(path) ?? [];
  return category && slug ? { locale, category, slug } : undefined;
}

/**
 * Where an article says it used to stand, as far as those were addresses of articles in its own
 * locale. Anything else in `redirectFrom` (an earlier help center, another language) is no move.
 */
export function movedFrom(
  { locale, redirectFrom }: Pick<Article, 'locale' | 'redirectFrom'>,
  defaultLocale: string,
): Address[] {
  return redirectFrom
    .map((path) => addressFromPath(path, defaultLocale))
    .filter((address) => address?.locale === locale)
    .filter((address) => address !== undefined);
}
