const UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time of some seconds in the largest unit that it fills, rounded up: `3 hours`, `20 seconds`. */
export function formatDuration(seconds: number, locale: string): string {
  const whole = Math.max(1, Math.ceil(seconds));
  const [unit, length] = UNITS.find(([, length]) => whole >= length) ?? UNITS[2];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(whole / length));
}
