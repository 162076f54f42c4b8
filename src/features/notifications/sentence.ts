import { isRightToLeft } from '#src/components/language.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Notification } from './notification.ts';

/** What somebody typed, kept apart from a sentence that runs the other way. */
const apart = (typed: string, locale: string): string =>
  isRightToLeft(locale) || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(typed)
    ? `\u2068${typed}\u2069`
    : typed;

/** What happened, in one sentence of `locale`. */
export function sentenceOf(
  { kind, reason, by, deed, question, repeated }: Notification,
  locale: string,
): string {
  const words = messagesFor(locale).notifications;
  const title = apart(question?.title ?? '', locale);
  if (kind === 'decision') return words.decided[deed ?? 'warned'](title);
  if (kind === 'duplicate') return words.repeated(apart(repeated ?? '', locale), title);
  return words.told[reason === 'mention' ? reason : kind](
    apart(by ?? words.someone, locale),
    title,
  );
}
