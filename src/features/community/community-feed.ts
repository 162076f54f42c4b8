import { Feed } from 'feed';
import { escapeHtml } from '#src/components/html.ts';

/** One entry of a feed. */
export interface FeedEntry {
  /** Absolute. */
  url: string;
  title: string;
  /** HTML that may be shown as it is. */
  html: string;
  at: Date;
  author: string;
}

/**
 * An Atom feed of questions or answers.
 * @param page the absolute address of what the feed is about
 * @param self the absolute address of the feed itself
 */
export function communityFeed(
  title: string,
  locale: string,
  { page, self }: { page: string; self: string },
  entries: FeedEntry[],
): string {
  const latest = Math.max(0, ...entries.map(({ at }) => at.getTime()));
  const feed = new Feed({
    id: page,
    link: page,
    title,
    feedLinks: { atom: self },
    updated: new Date(latest),
    copyright: '',
    generator: 'Helpmark',
  });
  for (const { url, title: entry, html, at, author } of entries) {
    feed.addItem({
      id: url,
      link: url,
      // Feed readers take it for HTML.
      title: escapeHtml(entry),
      content: html,
      date: at,
      author: [{ name: author }],
    });
  }
  // The package writes a language into RSS only.
  return feed.atom1().replace('<feed ', `<feed xml:lang="${locale}" `);
}
