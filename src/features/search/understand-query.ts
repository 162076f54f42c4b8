import type { Language } from './language.ts';
import { wordsIn } from './query-words.ts';
import type { SectionIndex } from './section-index.ts';
import { correctSpelling } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';

/** Something that an article has to be about: a term, or what stands for it. */
export interface WantedTerm {
  /** As it was typed, or corrected. */
  said: string;
  /** Of several, the one that a section has most strongly counts. */
  as: { term: string; weight: number }[];
  /** Against a word that was typed. */
  weight: number;
  /** Brought in by synonyms of several words, so that articles may do without. */
  isExtra: boolean;
}

/** A query as the search understands it, with what was done to it. */
export interface UnderstoodQuery {
  wanted: WantedTerm[];
  corrected: { from: string; to: string }[];
  /** Words that were left out. */
  filler: string[];
  expanded: { from: string; to: string[] }[];
}

/** What a synonym counts against the word itself. */
const SYNONYM = 0.6;
/** What it counts when it says in several words what was said in one. */
const LONG_SYNONYM = 0.42;
/** What another way of saying several words counts: "sign in" is nearly as good as "log in". */
const IN_OTHER_WORDS = 0.8;
/** What each of these words counts by itself: "log in" is not about logs. */
const IN_RUN = 0.4;

interface Said {
  word: string;
  term: string;
  /** A word with signs in it as a whole, whose parts are said beside it. */
  isWhole?: true;
  /** One letter of such a word, as of "t-shirt", which tells nothing alone. */
  isLetter?: boolean;
}

/** Corrects, leaves out filler and adds synonyms: what a typed query wants of an article. */
export function understandQuery(
  query: string,
  index: Pick<SectionIndex, 'postings' | 'vocabulary'>,
  language: Language,
  synonyms: Synonyms,
): UnderstoodQuery {
  const corrected: UnderstoodQuery['corrected'] = [];
  const said = wordsIn(query).flatMap(({ word, parts }): Said[] => {
    if (parts.length > 0) {
      const whole = index.postings.has(word) ? [{ word, term: word, isWhole: true as const }] : [];
      return [
        ...whole,
        ...parts.map((one) => ({
          word: one,
          term: language.stem(one),
          isLetter: one.length === 1,
        })),
      ];
    }
    const term = language.stem(word);
    const isKnown = index.postings.has(term) || synonyms.of.has(term) || language.isFiller(word);
    const meant = isKnown ? undefined : correctSpelling(word, index.vocabulary);
    if (meant === undefined) return [{ word, term }];
    corrected.push({ from: word, to: meant });
    return [{ word: meant, term: language.stem(meant) }];
  });
  const telling = said.filter(({ word, isLetter }) => !language.isFiller(word) && !isLetter);
  const expanded: UnderstoodQuery['expanded'] = [];
  const runs = runsWithSynonyms(
    said.filter(({ isWhole }) => !isWhole),
    synonyms,
  );
  const inRuns = new Set(runs.flatMap(({ run }) => run));
  const wanted = (telling.length > 0 ? telling : said).map((one): WantedTerm => {
    const { word, term } = one;
    const others = synonyms.of.get(term) ?? [];
    if (others.length > 0) expanded.push({ from: word, to: others.map((one) => one.join(' ')) });
    const as = others.flatMap((other) =>
      other
        .filter((one) => !language.isFiller(one))
        .map((one) => ({ term: one, weight: other.length > 1 ? LONG_SYNONYM : SYNONYM })),
    );
    const weight = inRuns.has(one) ? IN_RUN : 1;
    return { said: word, as: [{ term, weight: 1 }, ...as], weight, isExtra: false };
  });
  return {
    wanted: [...wanted, ...runs.flatMap((one) => standIn(one, language, expanded))],
    corrected,
    filler:
      telling.length > 0
        ? said.filter((one) => !telling.includes(one)).map(({ word }) => word)
        : [],
    expanded,
  };
}

/** Words that follow each other and for which others stand. */
interface Run {
  run: Said[];
  others: string[][];
}

function runsWithSynonyms(said: Said[], { of, longest }: Synonyms): Run[] {
  const runs: Run[] = [];
  for (let length = longest; length >= 2; length -= 1) {
    for (let at = 0; at + length <= said.length; at += 1) {
      const run = said.slice(at, at + length);
      const others = of.get(run.map(({ term }) => term).join(' '));
      if (others) runs.push({ run, others });
    }
  }
  return runs;
}

/** What a run means in other words, of which an article needs to have one. */
function standIn(
  { run, others }: Run,
  language: Language,
  expanded: UnderstoodQuery['expanded'],
): WantedTerm[] {
  const said = run.map(({ word }) => word).join(' ');
  expanded.push({ from: said, to: others.map((one) => one.join(' ')) });
  const terms = new Set(others.flat().filter((one) => !language.isFiller(one)));
  for (const { term } of run) terms.delete(term);
  if (terms.size === 0) return [];
  const as = [...terms].map((term) => ({ term, weight: IN_OTHER_WORDS }));
  return [{ said, as, weight: 1, isExtra: true }];
}
