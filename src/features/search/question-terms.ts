import { tidyQuery } from './query.ts';

/** Letters of scripts that put no spaces between words; as `words_of` in the database has them. */
const UNSPACED =
  '\\u3005\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff';
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'g');
const RUN = new RegExp(`^[${UNSPACED}]`);
/** So many letters say enough to go on from; fewer are the beginning of every other word. */
const SHORTEST_BEGINNING = 3;
/** Nobody types more, and each costs time. */
const MOST_TERMS = 24;

/** The words of a query as the reader typed them, cut where the script changes. */
export const queryRuns = (query: string): string[] =>
  tidyQuery(query)
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => word.match(RUNS) ?? []);

/** Whether a word is of a script without spaces, where it may stand inside of anything. */
export const isUnspaced = (word: string): boolean => RUN.test(word);

/**
 * A query as PostgreSQL's `to_tsquery` takes it: all of its words, of which the last may be a
 * beginning; and of a script without spaces each two neighbouring letters.
 * @returns an empty text when nothing is asked for
 */
export function questionTerms(query: string): string {
  const typed = queryRuns(query);
  // A word that comes again at the end says no more than it did before.
  const runs = typed.filter((run, at) => typed.indexOf(run) === at);
  const terms = runs.flatMap((run, at) => {
    if (isUnspaced(run)) return pairsOf(run);
    const isBeginning = at === runs.length - 1 && run.length >= SHORTEST_BEGINNING;
    return [`'${run}'${isBeginning ? ':*' : ''}`];
  });
  return [...new Set(terms)].slice(0, MOST_TERMS).join(' & ');
}

/**
 * A word of a script without spaces as `to_tsquery` takes it: the database has each two neighbouring
 * letters, of which a letter alone may be the beginning.
 */
export function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return [`'${run}':*`];
  return letters.slice(1).map((letter, at) => `'${letters[at]}${letter}'`);
}
