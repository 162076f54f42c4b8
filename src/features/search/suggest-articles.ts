import { tellingWords } from '#src/features/community/telling-words.ts';
import type { FoundArticle } from './describe-article.ts';
import type { SearchAnswer, SearchRequest } from './query.ts';

/** So many articles are suggested. */
export const SUGGESTED = 5;
/** Words of what stands below the title; it may be long, and says the same again. */
const WORDS_OF_BODY = 5;

/** What to search for, for somebody who writes a question or a request. */
export const suggestionQuery = (title: string, body: string): string =>
  [title.trim(), ...tellingWords(body, WORDS_OF_BODY)].join(' ').trim();

/**
 * The articles that may answer what somebody is after, the best first; none when nothing does.
 * @param find the search
 */
export async function suggestArticles(
  find: (request: SearchRequest) => Promise<SearchAnswer>,
  query: string,
): Promise<FoundArticle[]> {
  if (query === '') return [];
  const { articles, quality } = await find({ query, size: SUGGESTED });
  return quality === 'none' ? [] : articles;
}
