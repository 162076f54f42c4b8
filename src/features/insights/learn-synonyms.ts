import { distance } from 'fastest-levenshtein';
import { topicWords } from '#src/features/search/topic-words.ts';
import type { TableRow } from './insights-source.ts';
import { LEAST_VISITS } from './proposal.ts';

/** Words by which people search, the words by which they found it, and how often that was. */
export interface LearnedSynonym {
  locale: string;
  from: string;
  to: string;
  evidence: string;
}

/** Of the letters of a query, so many may differ in a misspelling, which the search forgives anyway. */
const MISSPELT = 0.25;

const isMisspelling = (a: string, b: string) =>
  distance(a, b) <= Math.max(2, Math.min(a.length, b.length) * MISSPELT);

/** Whether one says the other with a word more: who adds a word looks closer, and means the same. */
function isNarrowing(a: string, b: string, locale: string): boolean {
  const [of, other] = [new Set(topicWords(a, locale)), new Set(topicWords(b, locale))];
  return of.isSubsetOf(other) || other.isSubsetOf(of);
}

const visitsOf = (visits: number) => `${visits} visits`;

/** From searches that led nowhere and the next ones, of which a result was opened. */
function fromChanges(changes: TableRow<'search-changes'>[]): LearnedSynonym[] {
  return changes
    .filter(
      ({ locale, query, next, clicked }) =>
        clicked >= LEAST_VISITS && !isMisspelling(query, next) && !isNarrowing(query, next, locale),
    )
    .map(({ locale, query, next, clicked, visits }) => ({
      locale,
      from: query,
      to: next,
      evidence: `${visitsOf(clicked)} of ${visits} that changed it so opened a result`,
    }));
}

/** From searches whose result was opened although it has none of their words. */
function fromClicks(
  queries: TableRow<'article-queries'>[],
  textOf: (file: string) => string | undefined,
): LearnedSynonym[] {
  const known = new Map<string, Set<string>>();
  const wordsOf = (file: string, locale: string) => {
    const key = `${locale} ${file}`;
    if (!known.has(key)) known.set(key, new Set(topicWords(textOf(file) ?? '', locale)));
    return known.get(key)!;
  };
  return queries
    .filter(({ file, locale, query, visits }) => {
      if (visits < LEAST_VISITS || textOf(file) === undefined) return false;
      const asked = new Set(topicWords(query, locale));
      return asked.size > 0 && asked.isDisjointFrom(wordsOf(file, locale));
    })
    .map(({ locale, query, title, file, visits }) => ({
      locale,
      from: query,
      to: title.toLowerCase(),
      evidence: `${visitsOf(visits)} opened ${file}, which has none of these words`,
    }));
}

/**
 * Learns which words mean the same from how people found what they looked for.
 * @param textOf all words of an article by its path in the content folder
 */
export const learnSynonyms = (
  changes: TableRow<'search-changes'>[],
  queries: TableRow<'article-queries'>[],
  textOf: (file: string) => string | undefined,
): LearnedSynonym[] => [...fromChanges(changes), ...fromClicks(queries, textOf)];
