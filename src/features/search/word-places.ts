import type { Language } from './language.ts';
import { UNSPACED, WORD, wordsIn } from './query-words.ts';

/** A stretch of a text, in code units: from `start` up to `end`. */
export interface Place {
  start: number;
  end: number;
}

/** Two signs that are a word by themselves; of kana they are mostly a piece of a longer one. */
const PAIR_OF_HAN = /^\p{Script=Han}{2}$/u;

/**
 * Where a text has words that come from any of some terms, in its order, each word whole. Where no
 * spaces stand between words, what follows without a gap is one place.
 * @param terms stems, of words as `wordsIn` gives them
 */
export function wordPlaces(
  text: string,
  terms: ReadonlySet<string>,
  { stem }: Pick<Language, 'stem'>,
): Place[] {
  const isTerm = (word: string) => terms.has(word) || terms.has(stem(word));
  const places: Place[] = [];

  function addSpaced(run: string, start: number): void {
    if (wordsIn(run).some(({ word, parts }) => [word, ...parts].some(isTerm))) {
      places.push({ start, end: start + run.length });
    }
  }

  /** Of two signs that go on in a longer word of the query, only the longer run says something. */
  function isWhole(run: string): boolean {
    const [first = '', last = '', ...more] = run;
    if (more.length > 0 || last === '' || PAIR_OF_HAN.test(run)) return true;
    return ![...terms].some(
      (term) => term !== run && (term.startsWith(last) || term.endsWith(first)),
    );
  }

  function addUnspaced(run: string, start: number): void {
    const signs = [...run];
    const isIn = signs.map(() => signs.length === 1 && isTerm(run));
    for (let at = 1; at < signs.length; at += 1) {
      const [pair] = wordsIn(signs[at - 1]! + signs[at]!);
      if (pair && isTerm(pair.word)) isIn[at - 1] = isIn[at] = true;
    }
    let at = start;
    let begin: number | undefined;
    const close = () => {
      if (begin !== undefined && isWhole(run.slice(begin - start, at - start))) {
        places.push({ start: begin, end: at });
      }
      begin = undefined;
    };
    for (const [index, sign] of signs.entries()) {
      if (isIn[index]) begin ??= at;
      else close();
      at += sign.length;
    }
    close();
  }

  for (const { 0: match, index } of text.matchAll(WORD)) {
    let at = 0;
    for (const run of match.matchAll(UNSPACED)) {
      addSpaced(match.slice(at, run.index), index + at);
      addUnspaced(run[0], index + run.index);
      at = run.index + run[0].length;
    }
    addSpaced(match.slice(at), index + at);
  }
  return places;
}
