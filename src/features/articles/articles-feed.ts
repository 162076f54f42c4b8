import { Feed } from 'feed';
import { escapeHtml } from '#src/components/html.ts';
import { articlePath, localePath } from './address.ts';
import { articleDescription } from './article-description.ts';
import type { Library } from './library.ts';

/** How many changed articles the feed holds. */
const ENTRIES = 50;

/** Atom feed of a locale's own articles, the latest change first. */
export function articlesFeed(library: Library, locale: string, origin: URL | undefined): string {
  const { site } = library;
  const absolute = (path: string) => new URL(path, origin).href;
  const changed = library
    .articles(locale)
    .filter(({ article, isFallback }) => !isFallback && !article.unlisted && !article.draft)
    .map(({ article }) => article)
    .sort((a, b) => b.updated.localeCompare(a.updated))
    .slice(0, ENTRIES);
  const feed = new Feed({
    id: absolute(localePath(site, locale, '/')),
    link: absolute(localePath(site, locale, '/')),
    title: site.name,
    feedLinks: { atom: absolute(localePath(site, locale, '/feed.xml')) },
    // From the content, so that a build of the same content gives the same bytes.
    updated: new Date(changed[0]?.updated ?? 0),
    copyright: '',
    generator: 'Helpmark',
  });
  for (const article of changed) {
    const link = absolute(articlePath(site, locale, article.category, article.slug));
    const owner = article.owner ? library.content.authors.get(article.owner) : undefined;
    feed.addItem({
      // A new revision is news to a feed reader, also when it has shown the article before.
      id: `${link}#${article.revision}`,
      link,
      // Feed readers take both for HTML.
      title: escapeHtml(article.title),
      description: escapeHtml(articleDescription(article)),
      date: new Date(article.updated),
      author: [{ name: owner?.name ?? site.name }],
    });
  }
  // The package writes a language into RSS only.
  return feed.atom1().replace('<feed ', `<feed xml:lang="${locale}" `);
}
