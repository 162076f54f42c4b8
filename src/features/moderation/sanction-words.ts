import { formatDate } from '#src/components/language.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { isForGood, type Sanction } from './sanction.ts';

/** Until when a sanction lasts, such as "until 3 December 2026" or "for good"; nothing for a warning. */
export function lastingWords({ endsAt }: Pick<Sanction, 'endsAt'>, locale: string): string {
  const words = messagesFor(locale).review;
  if (endsAt === null) return '';
  return isForGood(endsAt)
    ? words.lastsForGood
    : words.until(formatDate(endsAt.toISOString(), locale));
}

/** What a sanction means, as its member reads it. */
export function sanctionSentence(sanction: Sanction, locale: string): string {
  const words = messagesFor(locale).review;
  const { kind, reason } = sanction;
  if (kind === 'warning') return words.warned(reason);
  const lasting = lastingWords(sanction, locale);
  return kind === 'silence' ? words.silenced(reason, lasting) : words.suspended(reason, lasting);
}
