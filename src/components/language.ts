const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** Whether the locale's script runs from right to left. */
export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.has(new Intl.Locale(locale).language);
}

/** A language's name, in its own words unless `inLocale` asks for another's: Deutsch, 日本語. */
export function languageName(locale: string, inLocale = locale): string {
  return new Intl.DisplayNames(inLocale, { type: 'language' }).of(locale) ?? locale;
}

/** A day as readers of `locale` write it. */
export function formatDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
