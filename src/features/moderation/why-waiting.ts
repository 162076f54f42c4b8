import { messagesFor } from '#src/locales/messages.ts';

/** Why a text is held, as moderators read it; a word rule is named. */
export function holdWords(reason: string, locale: string): string {
  const { holdReasons, wordRule } = messagesFor(locale).review;
  return Object.hasOwn(holdReasons, reason)
    ? holdReasons[reason as keyof typeof holdReasons]
    : wordRule(reason.replace(/^word:/, ''));
}
