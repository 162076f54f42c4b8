import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stopWords } from './stop-words.ts';

/** By language; all at once, as nothing of this is sent to browsers. */
const STEMMERS: Record<string, (word: string) => string> = {
  ar: arabic,
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  tr: turkish,
};

/** Words by which people say that something does not work, and not what. */
const COMPLAINTS: Record<string, string> = {
  en:
    "cant cannot can’t can't couldnt wont won’t won't dont don’t don't do does did doesnt doesn’t doesn't " +
    'isnt not no when broken work works working fail fails failed failing failure error errors problem problems trouble ' +
    'issue issues bug wrong stuck impossible help please fix unable need want trying try anyone why',
  de:
    'geht funktioniert klappt fehler problem probleme kaputt fehlgeschlagen hilfe bitte kann nicht kein keine ' +
    'warum möglich unmöglich brauche will',
  ja: 'できない できません エラー 問題 方法 失敗 動かない 動作しない ください ない',
  ar: 'لا لم لن خطأ مشكلة مساعدة لماذا كيف يعمل تعذر فشل',
};

interface Language {
  stops: Set<string>;
  stem(word: string): string;
  segmenter: Intl.Segmenter;
}

const known = new Map<string, Language>();

function languageOf(locale: string): Language {
  const code = locale.split('-')[0] ?? '';
  let language = known.get(code);
  if (!language) {
    language = {
      stops: new Set([...stopWords(code), ...(COMPLAINTS[code]?.split(' ') ?? [])]),
      stem: STEMMERS[code] ?? ((word) => word),
      segmenter: new Intl.Segmenter(locale, { granularity: 'word' }),
    };
    known.set(code, language);
  }
  return language;
}

/** The words of a text as they are written, in small letters. */
export const writtenWords = (text: string, locale: string): string[] =>
  [...languageOf(locale).segmenter.segment(text.normalize('NFKC').toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

/**
 * The words that say what a query or a title is about, in their order, cut to their stems: without
 * filler, and without the words that only say that something does not work.
 * @param joined words that are also written in one: of "log in", whether there is a "login"
 */
export function topicWords(
  text: string,
  locale: string,
  joined: (word: string) => boolean = () => false,
): string[] {
  const { stops, stem } = languageOf(locale);
  const words = writtenWords(text, locale);
  const topics: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const next = words[at + 1];
    if (next !== undefined && joined(word + next)) {
      topics.push(stem(word + next));
      at += 1;
    } else if (!stops.has(word)) topics.push(stem(word));
  }
  return topics;
}
