import { html, type Markup } from '#src/components/html.ts';
import { avatarView } from '#src/features/accounts/avatar-view.ts';
import { localePath, type Locales } from '#src/features/articles/address.ts';
import type { Author } from './question-page.ts';

/** Who wrote something, with a link to their page if they have one. */
export const memberName = (site: Locales, locale: string, author: Author): Markup =>
  author.handle === null
    ? html`<bdi>${author.name}</bdi>`
    : html`${avatarView(author)}
        <a href="${localePath(site, locale, `/members/${author.handle}`)}"
          ><bdi>${author.name}</bdi></a
        >`;
