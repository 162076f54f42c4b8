import type { Share } from '#src/features/measures/share.ts';
import { messagesFor } from '#src/locales/messages.ts';

/** A share as a sentence takes it: with its counts, and its interval where there are ten or more. */
export function shareText({ count, n, share }: Share, locale: string): string {
  const words = messagesFor(locale).insights;
  const counts = words.ofAll(count.toLocaleString(locale), n.toLocaleString(locale));
  if (!share) return counts;
  const percent = (value: number) =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const interval = words.interval(percent(share.low), percent(share.high));
  return `${percent(share.value)} (${counts}, ${interval})`;
}
