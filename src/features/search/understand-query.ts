import { splitCompound } from './compounds.ts';
import type { Language } from './language.ts';
import type { PackedIndex } from './packed-index.ts';
import { wordsIn } from './query-words.ts';
import { correctSpelling } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';

/** Something that an article has to be about: a term, or what stands for it. */
export interface WantedTerm {
  /** As it was typed, or corrected. */
  said: string;
  /**
   * Of several, the one that a section has most strongly counts. One of several words, with spaces
   * between them, is there where all of them are.
   */
  as: { term: string; weight: number }[];
  /** Against a word that was typed. */
  weight: number;
  /** The beginning of a word, which is still being typed. */
  isBegun?: true;
  /** Brought in by synonyms of several words, so that articles may do without. */
  isExtra: boolean;
}

/** A query as the search understands it, with what was done to it. */
export interface UnderstoodQuery {
  wanted: WantedTerm[];
  corrected: { from: string; to: string }[];
  /** Words that were left out. */
  filler: string[];
  /** What the last word may be the beginning of. */
  completed: string[];
  expanded: { from: string; to: string[] }[];
}

/** How a query is to be read. */
export interface Reading {
  index: PackedIndex;
  language: Language;
  synonyms: Synonyms;
  /** Whether words that the site does not know are left as they are. */
  isVerbatim?: boolean;
}

/** What a synonym counts against the word itself. */
const SYNONYM = 0.6;
/** What it counts when it says in several words what was said in one. */
const LONG_SYNONYM = 0.42;
/** What another way of saying several words counts: "sign in" is nearly as good as "log in". */
const IN_OTHER_WORDS = 0.8;
/** What each of these words counts by itself: "log in" is not about logs. */
const IN_RUN = 0.4;
/** What a word counts that the last one may be the beginning of. */
const COMPLETION = 0.7;
/** So many of them, those that the site has most often. */
const MOST_COMPLETIONS = 8;
/** Much longer is a text, of which the beginning tells what it is about. */
const MOST_WORDS = 60;

interface Said {
  word: string;
  term: string;
  /** A word with signs in it as a whole, whose parts are said beside it. */
  isWhole?: true;
  /** One letter of such a word, as of "t-shirt", which tells nothing alone. */
  isLetter?: boolean;
  /** Terms of words that it may be the beginning of. */
  completions?: string[];
}

/** Corrects, leaves out filler and adds synonyms: what a typed query wants of an article. */
export async function understandQuery(query: string, reading: Reading): Promise<UnderstoodQuery> {
  const { index, language, synonyms } = reading;
  const done: UnderstoodQuery = {
    wanted: [],
    corrected: [],
    filler: [],
    completed: [],
    expanded: [],
  };
  const said = await readWords(query, reading, done);
  const telling = said.filter(({ word, isLetter }) => !language.isFiller(word) && !isLetter);
  if (telling.length > 0) {
    done.filler = said.filter((one) => !telling.includes(one)).map(({ word }) => word);
  }
  const runs = runsWithSynonyms(
    said.filter(({ isWhole }) => !isWhole),
    synonyms,
  );
  const inRuns = new Set(runs.flatMap(({ run }) => run));
  // Said again, a word says no more.
  const once = (telling.length > 0 ? telling : said).filter(
    ({ word }, at, all) => all.findIndex((one) => one.word === word) === at,
  );
  done.wanted = once.map((one): WantedTerm => {
    const { word, term, completions = [] } = one;
    const others = synonyms.of.get(term) ?? [];
    if (others.length > 0) {
      done.expanded.push({ from: word, to: others.map((other) => other.join(' ')) });
    }
    const as = others.flatMap((other) => {
      const telling = other.filter((one) => !language.isFiller(one));
      if (telling.length === 0) return [];
      return [{ term: telling.join(' '), weight: telling.length > 1 ? LONG_SYNONYM : SYNONYM }];
    });
    const begun = completions.map((one) => ({ term: one, weight: COMPLETION }));
    const weight = inRuns.has(one) ? IN_RUN : 1;
    return {
      said: word,
      as: [{ term, weight: 1 }, ...begun, ...as],
      weight,
      ...(begun.length > 0 && { isBegun: true }),
      isExtra: false,
    };
  });
  done.wanted.push(...runs.flatMap((one) => standIn(one, language, done)));
  await index.load(done.wanted.flatMap(({ as }) => as.flatMap(({ term }) => term.split(' '))));
  return done;
}

/** The words that a query wants, each with what stands for it in one word; the rarest first. */
export function wantedWords(index: PackedIndex, { wanted }: UnderstoodQuery): string[][] {
  const rarityOf = (term: string) => index.term(term)?.rarity ?? Infinity;
  return wanted
    .filter(({ isExtra }) => !isExtra)
    .toSorted((a, b) => rarityOf(b.as[0]!.term) - rarityOf(a.as[0]!.term))
    .map(({ said, as }) => [...new Set([said, ...as.map(({ term }) => term)])]);
}

/** The words of a query with their terms; those that the site does not know, as it would have them. */
async function readWords(
  query: string,
  { index, language, synonyms, isVerbatim = false }: Reading,
  done: UnderstoodQuery,
): Promise<Said[]> {
  const { stem, isFiller } = language;
  const written = wordsIn(query).slice(0, MOST_WORDS);
  const terms = written.flatMap(({ word, parts }) =>
    parts.length > 0 ? [word, ...parts.map(stem)] : [stem(word)],
  );
  // With what stands for them, which would be loaded after them, later by the way there and back.
  const others = terms.flatMap((term) => synonyms.of.get(term) ?? []).flat();
  const last = /[\p{L}\p{N}\p{M}]$/u.test(query) ? written.at(-1) : undefined;
  // Of a word that is being typed there is mostly more to come.
  const begun = last && last.parts.length === 0 ? [last.word] : [];
  await Promise.all([index.load([...terms, ...others]), index.loadWords(begun)]);
  const isKnown = (word: string) =>
    index.has(stem(word)) || synonyms.of.has(stem(word)) || isFiller(word);
  const plain = written.filter(({ parts }) => parts.length === 0).map(({ word }) => word);
  await index.loadWords(plain.filter((word) => !isKnown(word)));

  return written.flatMap((one): Said[] => {
    const { word, parts } = one;
    if (parts.length > 0) {
      const whole = index.has(word) ? [{ word, term: word, isWhole: true as const }] : [];
      return [
        ...whole,
        ...parts.map((part) => ({ word: part, term: stem(part), isLetter: part.length === 1 })),
      ];
    }
    const typed = { word, term: stem(word) };
    if (isKnown(word) || isVerbatim) return [typed];
    const compound = index.root.hasCompounds ? splitCompound(word, index.words) : [];
    if (compound.length > 0) return compound.map((part) => ({ word: part, term: stem(part) }));
    const longer = one === last ? completionsOf(word, index.words) : [];
    if (longer.length > 0) {
      done.completed.push(...longer);
      return [{ ...typed, completions: [...new Set(longer.map(stem))] }];
    }
    const meant = correctSpelling(word, index.words);
    if (meant === undefined) return [typed];
    done.corrected.push({ from: word, to: meant });
    return [{ word: meant, term: stem(meant) }];
  });
}

/** The words of a site that begin so, the most usual ones. */
function completionsOf(beginning: string, words: ReadonlyMap<string, number>): string[] {
  return [...words]
    .filter(([word]) => word.startsWith(beginning))
    .toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .slice(0, MOST_COMPLETIONS)
    .map(([word]) => word);
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
function standIn({ run, others }: Run, language: Language, done: UnderstoodQuery): WantedTerm[] {
  const said = run.map(({ word }) => word).join(' ');
  done.expanded.push({ from: said, to: others.map((one) => one.join(' ')) });
  const own = new Set(run.map(({ term }) => term));
  const as = others
    .map((other) => other.filter((one) => !language.isFiller(one)))
    .filter((other) => other.some((one) => !own.has(one)))
    .map((other) => ({ term: other.join(' '), weight: IN_OTHER_WORDS }));
  return as.length > 0 ? [{ said, as, weight: 1, isExtra: true }] : [];
}
