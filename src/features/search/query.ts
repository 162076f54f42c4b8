import type { MatchQuality } from '#src/features/events/event.ts';
import { CATEGORY_FILTER, indexedCategory, type IndexedCategory } from './index-marks.ts';
import { matchQuality } from './match-quality.ts';
import { endOfTitle, excerptOf, titlePieces, wordsOf, type Match, type Piece } from './passage.ts';

/** Longer queries are cut: nobody types more, and every word costs time. */
export const QUERY_MAX = 150;
/** Articles on one page of results. */
export const PAGE_SIZE = 10;
const SECTIONS_SHOWN = 3;

/** What the index keeps of an article, in the shape of Pagefind's fragments. */
export interface Fragment {
  url: string;
  raw_content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { element: string; id: string; text: string; location: number }[];
  weighted_locations: { location: number; balanced_score: number }[];
}

type Counts = Record<string, Record<string, number>>;
type Filters = Record<string, { any: string[] }>;

/** What runs the index: Pagefind in the browser, or the same Pagefind on the server. */
export interface Engine {
  search(
    query: string,
    options: { filters: Filters },
  ): Promise<{ results: { data(): Promise<Fragment> }[]; totalFilters: Counts }>;
  /** Loads the filters, without which no search counts anything. */
  filters(): Promise<Counts>;
}

export interface SearchRequest {
  query: string;
  /** A category's name; one that the index does not know is ignored. */
  category?: string | undefined;
  /** Articles to leave out before the first, and to show. */
  from?: number;
  size?: number;
}

export interface FoundSection {
  title: Piece[];
  url: string;
  excerpt: Piece[];
}

export interface FoundArticle {
  title: Piece[];
  url: string;
  category: IndexedCategory | undefined;
  /** Of the part before the first section; empty when only sections match. */
  excerpt: Piece[];
  /** The best matching ones, best first. */
  sections: FoundSection[];
}

export interface SearchAnswer {
  query: string;
  /** The category that the articles were narrowed to. */
  category: string | undefined;
  /** Articles that match, in that category. */
  total: number;
  from: number;
  articles: FoundArticle[];
  /** How well those articles match. */
  quality: MatchQuality;
  /** Matching articles of each category, whichever is chosen; the fullest first. */
  categories: (IndexedCategory & { count: number })[];
}

/** A query without surplus spaces and control characters, cut to `QUERY_MAX`. */
export function tidyQuery(query: string): string {
  return query
    .normalize('NFC')
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, QUERY_MAX);
}

/**
 * The one way from a query to results, for the browser and the server alike. An engine gives
 * right answers to one caller at a time only: whoever has several callers lets them queue.
 */
export async function findArticles(engine: Engine, request: SearchRequest): Promise<SearchAnswer> {
  const query = tidyQuery(request.query);
  const { from = 0, size = PAGE_SIZE } = request;
  const answer: SearchAnswer = {
    query,
    category: undefined,
    total: 0,
    from,
    articles: [],
    quality: 'none',
    categories: [],
  };
  if (query === '') return answer;

  const known = Object.keys((await engine.filters())[CATEGORY_FILTER] ?? {});
  const chosen = known.filter((value) => indexedCategory(value).name === request.category);
  const filters: Filters = chosen.length > 0 ? { [CATEGORY_FILTER]: { any: chosen } } : {};
  const found = await engine.search(query, { filters });
  const fragments = await Promise.all(
    found.results.slice(from, from + size).map((result) => result.data()),
  );
  return {
    ...answer,
    category: chosen.length > 0 ? request.category : undefined,
    total: found.results.length,
    articles: fragments.map((fragment) => describe(fragment, query)),
    quality: matchQuality(query, fragments.map(matchedWords)),
    categories: Object.entries(found.totalFilters[CATEGORY_FILTER] ?? {})
      .map(([value, count]) => ({ ...indexedCategory(value), count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title)),
  };
}

/** The words of an article that the engine found; those around the text it does not name. */
function matchedWords({ raw_content, meta, weighted_locations }: Fragment): string[] {
  const { list } = wordsOf(raw_content, '');
  const inText = weighted_locations.map(({ location }) => list[location] ?? '');
  return [...new Set(inText), meta['title'] ?? '', meta['keywords'] ?? ''];
}

/** What a reader sees of an article: matching sections, each with the words around the match. */
export function describe(fragment: Fragment, query: string): FoundArticle {
  const words = wordsOf(fragment.raw_content, query);
  const end = words.list.length;
  const url = fragment.url.replace(/(\/index)?\.html$/, '') || '/';
  const matches: Match[] = fragment.weighted_locations.map(
    ({ location, balanced_score: score }) => ({ at: location, score }),
  );
  const headings = fragment.anchors
    .filter(({ element, text }) => /^h[2-4]$/.test(element) && text.trim() !== '')
    .sort((a, b) => a.location - b.location);

  const title = fragment.meta['title'] ?? url;
  const titleEnd = endOfTitle(words, 0, title);
  const firstHeading = headings[0]?.location ?? end;
  const introductionEnd = firstHeading > titleEnd ? firstHeading : end;
  const isIn = (start: number, stop: number) => (match: Match) =>
    match.at >= start && match.at < stop;

  const sections = headings
    .map((heading, index) => {
      const stop = headings[index + 1]?.location ?? end;
      const textStart = endOfTitle(words, heading.location, heading.text);
      const inside = matches.filter(isIn(heading.location, stop));
      return {
        score: inside.reduce((sum, { score }) => sum + score, 0),
        title: titlePieces(words, heading.location, textStart, heading.text, inside),
        url: `${url}#${heading.id}`,
        excerpt: excerptOf(words, textStart, stop, inside),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SECTIONS_SHOWN);

  const introduction = matches.filter(isIn(titleEnd, introductionEnd));
  const shelf = fragment.filters[CATEGORY_FILTER]?.[0];
  return {
    title: titlePieces(words, 0, titleEnd, title, matches),
    url,
    category: shelf === undefined ? undefined : indexedCategory(shelf),
    excerpt:
      introduction.length > 0 || sections.length === 0
        ? excerptOf(words, titleEnd, introductionEnd, introduction)
        : [],
    sections: sections.map(({ title, url, excerpt }) => ({ title, url, excerpt })),
  };
}
