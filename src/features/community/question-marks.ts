import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { QuestionStatus } from './question.ts';

const ICONS = { open: 'circle', answered: 'message-circle', solved: 'circle-check' } as const;

const mark = (kind: string, icon: string, word: string) =>
  html`<span class="mark ${kind}">${printed(iconSvg(icon))} ${word}</span>`;

/** How far a question is; its styles are question-marks.css, as those of the next. */
export const statusMark = (locale: string, status: QuestionStatus): Markup =>
  mark(status, ICONS[status], messagesFor(locale).community.statuses[status]);

/** What staff has done to a question that its readers are to know. */
export function questionMarks(
  locale: string,
  { pinnedAt, lockedAt }: { pinnedAt: Date | null; lockedAt?: Date | null },
): Markup {
  const words = messagesFor(locale).moderation;
  return html`${pinnedAt && mark('pinned', 'pin', words.pinned)}
  ${lockedAt && mark('locked', 'lock', words.locked)}`;
}
