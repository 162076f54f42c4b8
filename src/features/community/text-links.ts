import { html, type Markup } from '#src/components/html.ts';
import { localePath, type Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Author } from './question-page.ts';

type Noun = 'question' | 'answer' | 'comment';

/** A page that a text has besides the one it stands on. */
export const textPath = (
  site: Locales,
  locale: string,
  page: 'history' | 'edit' | 'flag',
  noun: Noun,
  id: number,
): string => localePath(site, locale, `/community/${page}/${noun}/${id}`);

/** To the form for telling moderators of a text. */
export const flagLink = (site: Locales, locale: string, noun: Noun, id: number): Markup =>
  html`<a class="no-print" href="${textPath(site, locale, 'flag', noun, id)}" rel="nofollow"
    >${messagesFor(locale).review.flag}</a
  >`;

/** To the form for mending a text. */
export const editLink = (site: Locales, locale: string, noun: Noun, id: number): Markup =>
  html`<a class="no-print" href="${textPath(site, locale, 'edit', noun, id)}"
    >${messagesFor(locale).community.edit}</a
  >`;

/**
 * To the form for answering, with a text quoted in it.
 * @param path of the question's page, without query
 * @param of `question`, or `answer-` and its id
 */
export function quoteLink(locale: string, path: string, of: string, author: Author): Markup {
  const answer = of === 'question' ? '' : `&answer=${of.slice('answer-'.length)}`;
  return html`<a
    class="no-print"
    href="${path}?quote=${of}${answer}#your-answer"
    data-quote="${author.handle ?? ''}"
    rel="nofollow"
    >${messagesFor(locale).community.compose.quoteIt}</a
  >`;
}
