import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { escapeHtml } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { communityFeed } from './community-feed.ts';
import { listFeedPath, listPath, readListChoice } from './community-address.ts';
import type { LivePage } from './live-page.ts';
import { questionPath } from './question-address.ts';
import type { Shelf } from './question-list.ts';
import { readQuestions } from './read-questions.ts';
import { shelfTitle } from './shelf.ts';

/** The Atom feed of a list of questions that everybody has. @param origin of the site */
export async function readShelfFeed(
  db: Kysely<Database>,
  live: LivePage,
  shelf: Shelf,
  query: URLSearchParams,
  origin: URL | undefined,
): Promise<string> {
  const { site, locale } = live;
  const choice = readListChoice(query);
  const locales = choice.isEveryLanguage ? site.locales : [locale];
  const { rows } = await readQuestions(db, choice.order, { ...shelf, locales }, {});
  const absolute = (path: string) => new URL(path, origin).href;
  const page = absolute(listPath(site, locale, shelf, choice));
  const self = absolute(listFeedPath(site, locale, shelf, choice));
  const entries = rows.map((question) => ({
    url: absolute(questionPath(site, locale, question)),
    title: question.title,
    html: escapeHtml(question.tags.map((tag) => `#${tag}`).join(' ')),
    at: choice.order === 'active' ? question.activeAt : question.createdAt,
    author: question.author,
  }));
  const { orders } = messagesFor(locale).community;
  const title = [shelfTitle(live, shelf), orders[choice.order], site.name].join(' · ');
  return communityFeed(title, locale, { page, self }, entries);
}
