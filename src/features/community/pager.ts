import { html, type Markup } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Page } from './list-cursor.ts';

interface Way {
  path: string;
  /** What the address carries besides the place. */
  query?: Record<string, string>;
  /** The part of the page to come to. */
  anchor?: string;
}

/** The ways to the pages before and after one, where there are any; its styles are pager.css. */
export function pager(
  locale: string,
  { previous, next }: Omit<Page<unknown>, 'rows'>,
  { path, query = {}, anchor = '' }: Way,
): Markup {
  if (!previous && !next) return html``;
  const words = messagesFor(locale).community;
  const at = (place: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...query, ...place })}${anchor}`;
  return html`<nav class="pager no-print" aria-label="${words.pages}">
    ${previous && html`<a href="${at({ before: previous })}" rel="prev">${words.previous}</a>`}
    ${next && html`<a class="next" href="${at({ after: next })}" rel="next">${words.next}</a>`}
  </nav>`;
}
