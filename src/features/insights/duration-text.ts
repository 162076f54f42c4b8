const HOUR = 3600;
const DAY = 24 * HOUR;

/** A length of time in the unit that says enough: minutes, hours below two days, else days. */
export function durationText(seconds: number, locale: string): string {
  const [unit, length] =
    seconds < HOUR ? ['minute', 60] : seconds < 2 * DAY ? ['hour', HOUR] : ['day', DAY];
  const value = seconds / Number(length);
  return value.toLocaleString(locale, {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'long',
    maximumFractionDigits: value < 10 && unit !== 'minute' ? 1 : 0,
  });
}
