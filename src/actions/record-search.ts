import { queryText } from '#src/features/events/query-text.ts';
import type { SearchAnswer } from '#src/features/search/query.ts';
import type { QuestionsBeside } from '#src/features/search/question-search.ts';
import { qualitiesOf, searchOutcome } from '#src/features/search/search-outcome.ts';
import { recordSeen } from './record-seen.ts';

/** Whether a page of results is fetched by its own script, for what is being typed. */
const isTyping = ({ headers }: Request) => headers.has('search-while-typing');

/**
 * Records a search that a page of results answers, with JavaScript or without; what is only being
 * typed the page tells by itself when it has settled. Whoever chooses a category of the same results
 * or comes back to them has not searched again.
 */
export async function recordSearch(
  context: { request: Request; clientAddress: string },
  locale: string,
  answer: SearchAnswer,
  questions: QuestionsBeside | undefined,
): Promise<void> {
  const query = queryText(answer.query);
  if (!query || isTyping(context.request)) return;
  const details = {
    ...query,
    ...searchOutcome(answer, questions && qualitiesOf(questions)),
    from: 'page',
  } as const;
  const once = `search ${locale} ${query.normalised}`;
  await recordSeen(context, { kind: 'searched', locale, details }, once);
}
