import type { Difference } from '#src/features/measures/edit-verdict.ts';
import { messagesFor } from '#src/locales/messages.ts';

/** A difference of two shares in points of a hundred, with its interval: +13 points (+4 to +22). */
export function pointsText({ points, low, high }: Difference, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const text = (share: number) => format.format(share * 100);
  return messagesFor(locale).insights.points(text(points), text(low), text(high));
}
