import type { MatchQuality } from '#src/features/events/event.ts';
import { isSwapped } from './spelling.ts';
import type { UnderstoodQuery, WantedTerm } from './understand-query.ts';

/** What has to be known of the articles in which a query was looked for. */
export interface SearchedArticles {
  /** The sections that have a term, each with how strongly (`strength` of the index). */
  sectionsWith(term: string): Iterable<readonly [section: number, strength: number]>;
  /** Whether a word goes with many matters and so tells little of one. */
  isLight(word: string): boolean;
}

/** How well a query can be answered, and what that was judged by. */
export interface AnswerJudgement {
  quality: MatchQuality;
  /** How much of the query the one section says that says most of it, from 0 to 1. */
  reach: number;
  /** The same with what is given for the query's length; held against `DOUBTFUL` and `GOOD`. */
  score: number;
}

/*
 * The numbers below are a logistic model of two facts, said so that a section's share counts one. They
 * were chosen on two help centers, of 188 and 76 articles: 143 answerable queries and 137 that nothing
 * answers. Chosen on one and tried on the other, 72 % of the unanswerable were recognised with 2 % of
 * the others denied, and 83 % with 8 %. Decision 025 has what they come to now, and what was tried.
 */

/** How soon more of the same word stops to count, as in ranking (k1 of BM25). */
const SATURATION = 1.2;
/** What a light word counts against one that tells. */
const LIGHT = 0.1;
/** What a word counts that was reached by correcting what was typed. */
const CORRECTED = 0.9;
/** From so many letters on, typed or meant, and with the first one right, a correction is believed. */
const SURE_LETTERS = 6;
/** Of a longer query less has to be had: people tell more than an article says. */
const LENGTH = 0.24;
/** More words than people ask in give nothing more, lest a long text be answered by its length alone. */
const MOST_WORDS = 12;
/** Less than this, and nothing answers. */
export const DOUBTFUL = 0.74;
/** From here on, nine of ten answerable queries lie, and one of eight that nothing answers. */
export const GOOD = 0.82;
/** A word alone that a section has so strongly is what it is about. */
const NAMED = 0.5;

/** How far what was understood of a word may be believed: not when it was made of another word. */
function trustIn(said: string, corrected: UnderstoodQuery['corrected']): number {
  const typed = corrected.find(({ to }) => to === said)?.from;
  if (typed === undefined) return 1;
  const isLong = Math.max(typed.length, said.length) >= SURE_LETTERS;
  const isSure = typed[0] === said[0] && (isLong || isSwapped(typed, said));
  return isSure ? CORRECTED : 0;
}

/** How strongly sections have what is wanted, from 0 to 1. */
function reachOf(as: WantedTerm['as'], articles: SearchedArticles): Map<number, number> {
  const reach = new Map<number, number>();
  for (const { term, weight } of as) {
    for (const [section, strength] of articles.sectionsWith(term)) {
      const share = (weight * strength) / (strength + SATURATION);
      if (share > (reach.get(section) ?? 0)) reach.set(section, share);
    }
  }
  return reach;
}

/**
 * How well a query can be answered at all: how much of it the one section says that says most of it,
 * each telling word counting the same and by how strongly it stands there. Rarity is left out on
 * purpose, so that the measure means the same on small and on large sites.
 * @returns the quality `none` when nothing here answers, `partial` when it is doubtful, else `good`
 */
export function judgeAnswer(
  query: Pick<UnderstoodQuery, 'wanted' | 'corrected'>,
  articles: SearchedArticles,
): AnswerJudgement {
  const words = query.wanted.filter(({ isExtra }) => !isExtra);
  const extras = query.wanted.filter(({ isExtra }) => isExtra);
  const said = new Map<number, number>();
  let whole = 0;
  let isKnown = false;
  for (const { said: word, as, weight, isBegun = false } of words) {
    const counts = articles.isLight(word) ? LIGHT : 1;
    whole += counts;
    // What stands for several words together, as for "log in", stands for each of them.
    const meant = weight < 1 ? extras.filter((one) => one.said.split(' ').includes(word)) : [];
    const trust = trustIn(word, query.corrected);
    const reach = reachOf([...as, ...meant.flatMap((one) => one.as)], articles);
    for (const [section, share] of reach) {
      said.set(section, (said.get(section) ?? 0) + counts * trust * share);
    }
    isKnown = trust === 1 && reachOf(isBegun ? as : as.slice(0, 1), articles).size > 0;
  }
  let most = 0;
  // Not all at once: a large site has more sections than a function takes arguments.
  for (const share of said.values()) most = Math.max(most, share);
  const reach = whole > 0 ? most / whole : 0;
  const score = reach + LENGTH * Math.log1p(Math.min(words.length, MOST_WORDS));
  // A word alone that stands here is found, however much it is meant.
  const isAlone = words.length === 1 && isKnown;
  if (score >= GOOD || (isAlone && reach >= NAMED)) return { quality: 'good', reach, score };
  const isDoubtful = score >= DOUBTFUL || isAlone;
  return { quality: isDoubtful ? 'partial' : 'none', reach, score };
}
