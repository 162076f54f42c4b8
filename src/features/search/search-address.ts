import { localePath, type Locales } from '#src/features/articles/address.ts';
import { tidyQuery } from './query.ts';
import { QUESTION_STATES, readQuestionState, type QuestionState } from './question-search.ts';

/** What the address of a page of results says. */
export interface SearchAddress {
  query: string;
  category: string | undefined;
  /** Which of the questions found. */
  state: QuestionState;
  /** Questions in all languages of the site, or in the page's. */
  isEveryLanguage: boolean;
  /** Whether spelling is left as it is. */
  isVerbatim: boolean;
  /** From 1. */
  page: number;
}

const PAGE_MAX = 500;

/** Reads the parameters of a page of results; what makes no sense counts as absent. */
export function readSearchAddress(parameters: URLSearchParams): SearchAddress {
  const page = Number(parameters.get('page') ?? 1);
  return {
    query: tidyQuery(parameters.get('q') ?? ''),
    category: parameters.get('category') || undefined,
    state: readQuestionState(parameters.get('state')),
    isEveryLanguage: parameters.get('languages') === 'all',
    isVerbatim: parameters.get('spelling') === 'kept',
    page: Number.isInteger(page) && page > 0 && page <= PAGE_MAX ? page : 1,
  };
}

type Wanted = Pick<SearchAddress, 'query'> & Partial<SearchAddress>;

/** The same as parameters, the query first; what is as usual is left out. */
function searchParameters({
  query,
  category,
  state,
  isEveryLanguage,
  isVerbatim,
  page = 1,
}: Wanted): string {
  const parameters = new URLSearchParams({ q: query });
  if (category) parameters.set('category', category);
  if (state && state !== QUESTION_STATES[0]) parameters.set('state', state);
  if (isEveryLanguage) parameters.set('languages', 'all');
  if (isVerbatim) parameters.set('spelling', 'kept');
  if (page > 1) parameters.set('page', `${page}`);
  return parameters.toString();
}

/** The address of a page of results, of articles and questions. */
export const searchPath = (site: Locales, locale: string, wanted: Wanted): string =>
  `${localePath(site, locale, '/search')}?${searchParameters(wanted)}`;

/** The address of a page of results that has questions only. */
export const questionSearchPath = (site: Locales, locale: string, wanted: Wanted): string =>
  `${localePath(site, locale, '/community/search')}?${searchParameters(wanted)}`;

/** The page for asking the community what was searched for, with it as the title to start from. */
export const askPath = (site: Locales, locale: string, query: string): string =>
  `${localePath(site, locale, '/community/ask')}?${new URLSearchParams({ title: query, searched: query })}`;
