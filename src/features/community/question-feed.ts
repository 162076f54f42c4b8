import { communityFeed } from './community-feed.ts';
import type { LivePage } from './live-page.ts';
import { questionPath } from './question-address.ts';
import type { QuestionPage } from './question-page.ts';
import { isShown } from './question.ts';

/** The Atom feed of a question and its best answers. @param self the feed's own path */
export function questionFeed(
  { site, locale }: LivePage,
  { question, answers }: QuestionPage,
  self: string,
  origin: URL | undefined,
): string {
  const absolute = (path: string) => new URL(path, origin).href;
  const page = absolute(questionPath(site, locale, question));
  const entries = [question, ...answers.rows].filter(isShown).map((one) => ({
    url: one === question ? page : `${page}?answer=${one.id}#answer-${one.id}`,
    title: question.title,
    html: one.html,
    at: one.createdAt,
    author: one.author.name,
  }));
  return communityFeed(question.title, locale, { page, self: absolute(self) }, entries);
}
