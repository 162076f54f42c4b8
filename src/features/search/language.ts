import { stopWords } from './stop-words.ts';

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
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  pt: () => import('@orama/stemmers/portuguese'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
};

/** Words with which people begin or soften a question, beside those that lists of stop words have. */
const PHRASES: Record<string, string> = {
  en:
    'im ive id ill youre theyre cant couldnt wont wouldnt dont doesnt didnt isnt arent wasnt werent hasnt havent ' +
    'cannot please help anyone someone somebody anybody anything something nothing everything thing things stuff ' +
    'way ways possible want wants wanted need needs needed trying try tried like get gets got getting go goes going ' +
    'make makes made let lets know tell say says said see seem seems even still yet already again always never ever ' +
    'why when does doing will may shall just once few own during until nor so ' +
    'soon anyway actually really basically maybe instead hi hello hey thanks thank',
};

/** Letters whose accents people leave out; of others, as in Japanese, a mark makes another letter. */
const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{Mn}+/gu;

const withoutAccents = (word: string) =>
  word.normalize('NFD').replace(ACCENTED, '$1').normalize('NFC');

const loaded = new Map<string, Promise<Language>>();

/** @returns what is known of a locale's language; of one that is not known, words stay as they are */
export function loadLanguage(locale: string): Promise<Language> {
  const code = locale.split('-')[0] ?? '';
  let language = loaded.get(code);
  if (!language) loaded.set(code, (language = load(code)));
  return language;
}

async function load(code: string): Promise<Language> {
  const stemmer = (await STEMMERS[code]?.())?.stemmer;
  const filler = new Set([...stopWords(code), ...(PHRASES[code]?.split(' ') ?? [])].map(plainWord));
  const stemOf = new Map<string, string>();
  return {
    isFiller: (word) => filler.has(word),
    stem(word) {
      let stem = stemOf.get(word);
      if (stem === undefined) {
        // A number or a version has no endings.
        stem = withoutAccents(stemmer && !/\d/.test(word) ? stemmer(word) : word);
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
