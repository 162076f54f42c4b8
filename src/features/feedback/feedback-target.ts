import { articlePath } from '#src/features/articles/address.ts';
import { articleFacts, manifest, type ArticleFacts } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { addressFromPath } from './moved-from.ts';

/** An article as a page in some locale asks about it. */
export interface FeedbackTarget {
  site: SiteFacts;
  /** The page's. */
  locale: string;
  article: ArticleFacts;
  /** Path of the article's page. */
  path: string;
}

/**
 * The article that feedback from this address is about. A page that was open while its article
 * moved still finds it.
 */
export async function feedbackTarget(
  locale: string,
  category: string,
  slug: string,
): Promise<FeedbackTarget | undefined> {
  const { site, redirects } = await manifest();
  if (!site.locales.includes(locale)) return undefined;
  const path = articlePath(site, locale, category, slug);
  const article = await articleFacts(locale, category, slug);
  if (article) return { site, locale, article, path };
  const moved = addressFromPath(redirects[path] ?? '', site.defaultLocale);
  const there = moved && (await articleFacts(moved.locale, moved.category, moved.slug));
  return there && { site, locale, article: there, path: redirects[path]! };
}
