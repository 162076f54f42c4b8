import type { Locales } from '#src/features/articles/address.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import type { FoundQuestion } from './question-search.ts';

/** The address of a question, or of its answer that was found. */
export function foundQuestionPath(
  site: Locales,
  locale: string,
  { answerId, ...question }: Pick<FoundQuestion, 'id' | 'title' | 'answerId'>,
): string {
  const path = questionPath(site, locale, question);
  return answerId === null ? path : `${path}?answer=${answerId}#answer-${answerId}`;
}
