import { articlePath } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { nearest } from '#src/features/content/nearest.ts';
import { missingWords } from './missing-words.ts';
import type { FoundArticle } from './describe-article.ts';
import { searchHelpCenter } from './search-help-center.ts';
import { SUGGESTED, suggestArticles } from './suggest-articles.ts';

/**
 * Articles that somebody may have meant by the path of a page that does not exist: first the one
 * with the most similar address, then those that the words of the path find.
 * @throws SearchAway
 */
export async function suggestForAddress(locale: string, path: string): Promise<FoundArticle[]> {
  const { site } = await manifest();
  const namesake = await articleAlmostAt(locale, path);
  const found = await suggestArticles(
    (request) => searchHelpCenter(locale, request),
    missingWords(path, site.locales).join(' '),
  );
  if (!namesake) return found;
  return [namesake, ...found.filter(({ url }) => url !== namesake.url)].slice(0, SUGGESTED);
}

async function articleAlmostAt(locale: string, path: string): Promise<FoundArticle | undefined> {
  const { site, articles } = await manifest();
  const last =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  const slug = nearest(last, new Set(articles.map((article) => article.slug)));
  const category = articles.find((article) => article.slug === slug)?.category;
  if (slug === undefined || category === undefined) return undefined;
  const facts = await articleFacts(locale, category, slug);
  if (!facts) return undefined;
  // Only what can be found may be suggested: an unlisted article's address stays its own.
  const url = articlePath(site, locale, category, slug);
  const { articles: found } = await searchHelpCenter(locale, { query: facts.title });
  return found.find((article) => article.url === url);
}
