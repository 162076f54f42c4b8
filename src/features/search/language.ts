/** How the texts of a language are read by the search. */
export interface Language {
  /** The form under which a word is kept: its stem, without accents. */
  stem(word: string): string;
  /** Whether a word of a query says nothing of what it is about. */
  isFiller(word: string): boolean;
}

type Stemmer = { stemmer: (word: string) => string };

/** Each alone, so that a browser loads the one of its page. */
const STEMMERS: Record<string, () => Promise<Stemmer>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  ga: () => import('@orama/stemmers/irish'),
  hi: () => import('@orama/stemmers/indian'),
  hu: () => import('@orama/stemmers/hungarian'),
  hy: () => import('@orama/stemmers/armenian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  nb: () => import('@orama/stemmers/norwegian'),
  ne: () => import('@orama/stemmers/nepali'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sr: () => import('@orama/stemmers/serbian'),
  sv: () => import('@orama/stemmers/swedish'),
  ta: () => import('@orama/stemmers/tamil'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

/** Letters whose accents people leave out; of others, as in Japanese, a mark makes another letter. */
const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{Mn}+/gu;

const withoutAccents = (word: string) =>
  word.normalize('NFD').replace(ACCENTED, '$1').normalize('NFC');

/** So many stems are kept; what people type must not fill the memory. */
const MOST_KEPT = 50_000;

/**
 * @param filler as `fillerWords` has them, or as the index of the locale does; the stemmer is loaded
 *   meanwhile
 * @returns what is known of a locale's language; of one that is not known, words stay as they are
 */
export async function loadLanguage(
  locale: string,
  filler: string[] | Promise<string[]>,
): Promise<Language> {
  const loading = STEMMERS[locale.split('-')[0] ?? '']?.();
  const [loaded, fillers] = await Promise.all([loading, filler]);
  const stemmer = loaded?.stemmer;
  const isFiller = new Set(fillers);
  const stemOf = new Map<string, string>();
  return {
    isFiller: (word) => isFiller.has(word),
    stem(word) {
      let stem = stemOf.get(word);
      if (stem === undefined) {
        // A number or a version has no endings.
        stem = withoutAccents(stemmer && !/\d/.test(word) ? stemmer(word) : word);
        if (stemOf.size > MOST_KEPT) stemOf.clear();
        stemOf.set(word, stem);
      }
      return stem;
    },
  };
}

/** A word without apostrophes, as people type it who leave them out. */
export function plainWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll(/['’]/g, '');
}
