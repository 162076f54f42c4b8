import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { escapeHtml } from '#src/components/html.ts';
import { communityFeed } from './community-feed.ts';
import { orderQuery, shelfFeedPath, shelfPath } from './community-address.ts';
import type { LivePage } from './live-page.ts';
import { questionPath } from './question-address.ts';
import type { Order, Shelf } from './question-list.ts';
import { readQuestions } from './read-questions.ts';

/** The Atom feed of a list of questions. @param title of the list */
export async function readShelfFeed(
  db: Kysely<Database>,
  { site, locale }: LivePage,
  shelf: Shelf,
  order: Order,
  title: string,
  origin: URL | undefined,
): Promise<string> {
  const absolute = (path: string) => new URL(path, origin).href;
  const { rows } = await readQuestions(db, order, shelf, {});
  const page = absolute(`${shelfPath(site, locale, shelf)}${orderQuery(order)}`);
  const self = absolute(shelfFeedPath(site, locale, shelf, order));
  const entries = rows.map((question) => ({
    url: absolute(questionPath(site, locale, question)),
    title: question.title,
    html: escapeHtml(question.tags.map((tag) => `#${tag}`).join(' ')),
    at: order === 'active' ? question.activeAt : question.createdAt,
    author: question.author,
  }));
  return communityFeed(`${title} · ${site.name}`, locale, { page, self }, entries);
}
