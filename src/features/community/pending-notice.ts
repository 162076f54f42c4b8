import { html, type Markup } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { isShown, type Writing } from './question.ts';

/** Why not everybody sees a text; nothing of one that all see. */
export function pendingNotice(locale: string, writing: Writing): Markup {
  if (isShown(writing)) return html``;
  const { community, review } = messagesFor(locale);
  const sentence = writing.deletedAt
    ? community.deleted
    : writing.hiddenFor === 'held'
      ? review.held
      : writing.hiddenFor === 'flags'
        ? review.flagged
        : community.hidden;
  return html`<p class="notice">${sentence}</p>`;
}
