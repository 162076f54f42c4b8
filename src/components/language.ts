import { remembered } from './remembered.ts';

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

// Intl's objects take longer to make than to use, and a build formats on thousands of pages.
const dates = new Map<string, Intl.DateTimeFormat>();
const moments = new Map<string, Intl.DateTimeFormat>();
const names = new Map<string, string>();

/** Whether the locale's script runs from right to left. */
export function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '');
}

/**
 * The attributes of a text that is in another language than its page, for screen readers and for
 * the order of its signs; none when it is in the page's own.
 */
export function ownLanguage(
  textLocale: string,
  pageLocale: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (textLocale === pageLocale) return {};
  return { lang: textLocale, dir: isRightToLeft(textLocale) ? 'rtl' : 'ltr' };
}

/** A language's name, in its own words unless `inLocale` asks for another's: Deutsch, 日本語. */
export function languageName(locale: string, inLocale = locale): string {
  const asked = `${locale} ${inLocale}`;
  let name = names.get(asked);
  if (name === undefined) {
    name = new Intl.DisplayNames(inLocale, { type: 'language' }).of(locale) ?? locale;
    names.set(asked, name);
  }
  return name;
}

const dayIn = remembered((asked) => {
  const [day = '', locale = ''] = asked.split(' ');
  let format = dates.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    dates.set(locale, format);
  }
  return format.format(new Date(day));
});

/** A day as readers of `locale` write it. @param date begins with yyyy-mm-dd */
export const formatDate = (date: string, locale: string): string =>
  dayIn(`${date.slice(0, 10)} ${locale}`);

/** A moment as readers of `locale` write it, to the minute, and in the clock that everybody shares. */
export function formatMoment(at: Date, locale: string): string {
  let format = moments.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    moments.set(locale, format);
  }
  return `${format.format(at)} UTC`;
}
