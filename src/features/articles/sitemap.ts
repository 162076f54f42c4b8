import { SitemapStream, streamToPromise, type SitemapItemLoose } from 'sitemap';
import { articlePath, categoryPath, localePath } from './address.ts';
import type { Library } from './library.ts';

function entries(library: Library): SitemapItemLoose[] {
  const { site } = library;
  const homes = site.locales.map((locale) => ({ url: localePath(site, locale, '/') }));
  const categories = site.locales.flatMap((locale) =>
    library
      .shelves(locale)
      .map(({ category }) => ({ url: categoryPath(site, locale, category.name) })),
  );
  const articles = site.locales.flatMap((locale) =>
    library
      .articles(locale)
      // A fallback page repeats another address's text, so only the original is listed.
      .filter(({ article, isFallback }) => !isFallback && !article.unlisted && !article.draft)
      .map(({ article }) => {
        const translations = site.locales.filter(
          (other) => library.find(other, article.category, article.slug)?.isFallback === false,
        );
        const links = translations.map((lang) => ({
          lang,
          url: articlePath(site, lang, article.category, article.slug),
        }));
        return {
          url: articlePath(site, locale, article.category, article.slug),
          lastmod: article.updated,
          ...(links.length > 1 ? { links } : {}),
        };
      }),
  );
  return [...homes, ...categories, ...articles];
}

/** The sitemap of all listed pages. @see https://www.sitemaps.org/protocol.html */
export async function sitemapXml(library: Library, origin: URL | undefined): Promise<string> {
  const stream = new SitemapStream({
    hostname: origin?.href ?? '',
    lastmodDateOnly: true,
    xmlns: { news: false, video: false, image: false, xhtml: true },
  });
  for (const entry of entries(library)) stream.write(entry);
  stream.end();
  return (await streamToPromise(stream)).toString();
}
