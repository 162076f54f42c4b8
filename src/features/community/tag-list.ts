import { html, type Markup } from '#src/components/html.ts';
import type { Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { shelfPath } from './community-address.ts';

/** The tags of a question, each leading to its shelf; its styles are tag-list.css. */
export const tagList = (site: Locales, locale: string, tags: string[]): Markup =>
  html`${
    tags.length > 0 &&
    html`<ul class="plain-list tags" aria-label="${messagesFor(locale).community.tags}">
      ${tags.map(
        (tag) => html`<li><a href="${shelfPath(site, locale, { tag })}" dir="ltr">#${tag}</a></li>`,
      )}
    </ul>`
  }`;
