import * as stopwords from 'stopword';

const LISTS: Record<string, string[]> = stopwords;

/** What the library calls a language. */
const NAMES: Record<string, string> = {
  ar: 'ara',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fi: 'fin',
  fr: 'fra',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sv: 'swe',
  th: 'tha',
  tr: 'tur',
  zh: 'zho',
};

/** Words of a language that say nothing of what a text is about. @param code such as `en` */
export const stopWords = (code: string): string[] => LISTS[NAMES[code] ?? ''] ?? [];
