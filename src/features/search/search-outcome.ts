import { QUALITIES, type MatchQuality } from '#src/features/events/event.ts';
import type { SearchAnswer } from './query.ts';
import type { FoundQuestion } from './question-search.ts';

/** What is recorded of a search, beside the query. */
export interface SearchOutcome {
  quality: MatchQuality;
  results: number;
}

/** How well a question serves a search: one that is not solved has all the words and no answer. */
export const qualityOf = ({ status, quality }: Pick<FoundQuestion, 'status' | 'quality'>) =>
  status === 'solved' ? quality : ('partial' as const);

/**
 * What a search came to, articles and questions together: the better of both counts, since either
 * may be the answer.
 * @param questions as many as are shown, with `qualityOf`
 */
export function searchOutcome(
  answer: Pick<SearchAnswer, 'total' | 'quality'>,
  questions: MatchQuality[] = [],
): SearchOutcome {
  const found = [answer.quality, ...questions];
  return {
    quality: QUALITIES.find((one) => found.includes(one)) ?? 'none',
    results: answer.total + questions.length,
  };
}

/** The qualities of the questions beside articles. */
export const qualitiesOf = ({
  solved,
  questions,
}: {
  solved: unknown[];
  questions: Pick<FoundQuestion, 'status' | 'quality'>[];
}): MatchQuality[] => [...solved.map(() => 'good' as const), ...questions.map(qualityOf)];
