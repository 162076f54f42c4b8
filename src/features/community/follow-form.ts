import { actionQuery } from '#src/components/action-query.ts';
import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { localePath, type Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';

export interface Followed {
  kind: 'question' | 'category' | 'tag';
  /** Of a question, its id. */
  name: string;
  isFollowed: boolean;
  /** Where to go on afterwards; absent for the list of all that is followed. */
  next?: string;
  /** What it is called where several such buttons stand. */
  title?: string;
}

/** The button for following something, or for leaving it. */
export function followForm(
  site: Locales,
  locale: string,
  { kind, name, isFollowed, next, title }: Followed,
): Markup {
  const words = messagesFor(locale).notifications.following;
  const door = localePath(site, locale, '/account/following') + actionQuery('notifications.follow');
  return html`<form class="follow no-print" method="post" action="${door}">
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="name" value="${name}" />
    ${next && html`<input type="hidden" name="next" value="${next}" />`}
    <button
      class="button"
      name="follow"
      value="${isFollowed ? 'no' : 'yes'}"
      ${isFollowed && title && html`aria-label="${words.unfollowOne(title)}"`}
    >
      ${printed(iconSvg(isFollowed ? 'bell-off' : 'bell'))}
      ${isFollowed ? words.unfollow : words.follow}
    </button>
  </form>`;
}
