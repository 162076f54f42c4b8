import { html, type Markup } from '#src/components/html.ts';
import type { Locales } from '#src/features/articles/address.ts';
import type { ModeratedText } from '#src/features/community/question-reading.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { moderateForms } from './moderate-forms.ts';
import { logPath } from './moderation-address.ts';

/** The shelves of every language. */
type Shelves = { locale: string; name: string; title: string }[];

/** What of a text's state a page of the community knows, and what only a question has. */
function stateOf({ noun, writing }: ModeratedText, shelves: Shelves) {
  if (noun !== 'question') return { state: { ...writing, lockedAt: null, pinnedAt: null } };
  const { category, duplicateOfId, locale } = writing;
  return {
    state: writing,
    question: {
      category,
      isDuplicate: duplicateOfId !== null,
      shelves: shelves.filter((one) => one.locale === locale),
    },
  };
}

/** What stands at a text of the community for those who moderate. */
export function moderateView(
  site: Locales,
  locale: string,
  text: ModeratedText,
  shelves: Shelves,
): Markup {
  const { noun, writing } = text;
  const words = messagesFor(locale).moderation;
  const log = logPath(site, locale, { question: writing.id });
  return html`<details class="moderate no-print">
    <summary>${words.moderate}</summary>
    ${moderateForms({ site, locale, noun, id: writing.id, ...stateOf(text, shelves) })}
    ${noun === 'question' && html`<p><a href="${log}">${words.logOf}</a></p>`}
  </details>`;
}
