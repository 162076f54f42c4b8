import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { localePath, type Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { MOST_COUNTED } from './read-notifications.ts';

/** The way to what a member was told, with how much of it is new; its styles are bell.css. */
export function bellView(site: Locales, locale: string, unread: number): Markup {
  const words = messagesFor(locale).notifications;
  const count = unread < MOST_COUNTED ? String(unread) : `${MOST_COUNTED - 1}+`;
  return html`<a
    class="bell"
    href="${localePath(site, locale, '/account/notifications')}"
    title="${words.title}"
    aria-label="${unread > 0 ? words.unread(count) : words.title}"
    ${unread > 0 && html`data-unread=""`}
    >${printed(iconSvg('bell'))} ${unread > 0 && html`<span class="count">${count}</span>`}</a
  >`;
}
