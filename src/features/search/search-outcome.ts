import { QUALITIES, type MatchQuality } from '#src/features/events/event.ts';
import type { SearchAnswer } from './query.ts';

/** What is recorded of a search, beside the query. */
export interface SearchOutcome {
  quality: MatchQuality;
  results: number;
}

/**
 * What a search came to, articles and questions together: the better of both counts, since either
 * may be the answer.
 * @param questions as many as are shown
 */
export function searchOutcome(
  answer: Pick<SearchAnswer, 'total' | 'quality'>,
  questions: { quality: MatchQuality }[] = [],
): SearchOutcome {
  const found = [answer.quality, ...questions.map(({ quality }) => quality)];
  return {
    quality: QUALITIES.find((one) => found.includes(one)) ?? 'none',
    results: answer.total + questions.length,
  };
}
