import type { MatchQuality } from '#src/features/events/event.ts';
import { judgeAnswerIn, type ArticleIndex } from './article-index.ts';
import { describeArticle, type FoundArticle } from './describe-article.ts';
import type { IndexedPage } from './indexed-page.ts';
import type { IndexedCategory } from './packed-index.ts';
import { quoteFor, type FoundQuote } from './found-quote.ts';
import { rankArticles, worthListing, type RankedArticle } from './rank-articles.ts';
import { understandQuery, type UnderstoodQuery } from './understand-query.ts';

/** Longer queries are cut: nobody types more, and every word costs time. */
export const QUERY_MAX = 150;
/** Articles on one page of results. */
export const PAGE_SIZE = 10;
/** Where nothing answers, so many are offered that come close. */
const NEAREST = 5;

/** The index of one language and what stands beside it. */
export interface Engine {
  articles: ArticleIndex;
  /** @param page its name in Pagefind's index */
  page(name: string): Promise<IndexedPage>;
  /** Names of the pages that have some words just so, in Pagefind's order. */
  pagesWith(phrase: string): Promise<string[]>;
}

export interface SearchRequest {
  query: string;
  /** A category's name; one that the index does not know is ignored. */
  category?: string | undefined;
  /** Whether spelling is left as it is. */
  isVerbatim?: boolean;
  /** Articles to leave out before the first, and to show. */
  from?: number;
  size?: number;
}

export interface SearchAnswer {
  query: string;
  /** Words that were taken for others. */
  corrected: { from: string; to: string }[];
  /** The category that the articles were narrowed to. */
  category: string | undefined;
  /** Articles that match, in that category. */
  total: number;
  from: number;
  articles: FoundArticle[];
  /** What the best article says, for a question that it answers. */
  quote: FoundQuote | undefined;
  /** How well the articles match; for `none` they are only the nearest. */
  quality: MatchQuality;
  /** Matching articles of each category, whichever is chosen; the fullest first. */
  categories: (IndexedCategory & { count: number })[];
  /** The terms that were looked for. */
  terms: string[];
}

/** A query without surplus spaces and control characters, cut to `QUERY_MAX`. */
export function tidyQuery(query: string): string {
  return query
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{C}\ufffd]+/gu, ' ')
    .trim()
    .slice(0, QUERY_MAX)
    .toWellFormed()
    .replace('\ufffd', '');
}

/** Not after a letter or a number, where a sign stands for inches. */
const PHRASE = /(?<![\p{L}\p{N}])["“„«]([^"“”„«»]+)["”“»](?![\p{L}\p{N}])/gu;

/** The stretches of a query in quotation marks, which are wanted word for word. */
export const phrasesIn = (query: string): string[] =>
  [...query.matchAll(PHRASE)].map(([, phrase = '']) => phrase.trim()).filter(Boolean);

/** The one way from a query to results, for the browser and the server alike. */
export async function findArticles(
  engine: Engine,
  { query: typed, category, isVerbatim = false, from = 0, size = PAGE_SIZE }: SearchRequest,
): Promise<SearchAnswer> {
  const query = tidyQuery(typed);
  const { index } = engine.articles;
  const understood = await understandQuery(query, { ...engine.articles, isVerbatim });
  const { shelves, categories, pages } = index.root;
  // One that Pagefind could not read has no text to be described by.
  const ranked = worthListing(rankArticles(index, understood)).filter(
    ({ article }) => pages[article] !== '',
  );
  const phrases = phrasesIn(query);
  const matching = await withPhrases(engine, phrases, ranked);
  // What stands here, but not just so or not enough to be listed, answers nothing.
  const judged = matching.length > 0 ? judgeAnswerIn(engine.articles, understood).quality : 'none';
  // What does stand here just so is found, however much it is meant.
  const isFound = phrases.length > 0 && matching.length > 0;
  const quality = isFound && judged === 'none' ? 'partial' : judged;
  const listed = quality === 'none' ? matching.slice(0, NEAREST) : matching;
  const shelf = categories.findIndex(({ name }) => name === category);
  const chosen = shelf < 0 ? listed : listed.filter(({ article }) => shelves[article] === shelf);
  const shown = chosen.slice(from, from + size);
  const described = describing(engine.articles, understood);
  const found = await Promise.all(
    shown.map(async ({ article, section, score }) =>
      describeArticle(await engine.page(pages[article]!), {
        ...described,
        section,
        score,
        category: categories[shelves[article]!],
      }),
    ),
  );
  const best = from === 0 && quality === 'good' ? shown[0] : undefined;
  return {
    query,
    corrected: understood.corrected,
    category: shelf < 0 ? undefined : category,
    total: chosen.length,
    from,
    articles: found,
    quote: best && (await quoteFor(engine.articles.index, query, understood, best, found[0]!)),
    quality,
    categories: countByShelf(listed, shelves, categories),
    terms: [...described.wanted.keys()],
  };
}

/** Of the ranked articles those that have all phrases; and those that have nothing else. */
async function withPhrases(
  { articles, pagesWith }: Engine,
  phrases: string[],
  ranked: RankedArticle[],
): Promise<RankedArticle[]> {
  if (phrases.length === 0) return ranked;
  const having = await Promise.all(phrases.map((phrase) => pagesWith(phrase)));
  const pages = having.reduce((all, some) => all.filter((page) => some.includes(page)));
  const { pages: names } = articles.index.root;
  const wanted = new Set(pages.map((page) => names.indexOf(page)));
  const known = new Set(ranked.map(({ article }) => article));
  const others = [...wanted].filter((article) => article >= 0 && !known.has(article));
  const because = { section: 0, title: 0, covered: 1 };
  return [
    ...ranked.filter(({ article }) => wanted.has(article)),
    ...others.map((article) => ({ article, section: 0, score: 0, because })),
  ];
}

/** What a word counts where it is marked: as much as it tells articles apart. */
function describing(
  { index, language }: ArticleIndex,
  { wanted }: UnderstoodQuery,
): { wanted: Map<string, number>; said: string[] } {
  const weights = new Map<string, number>();
  for (const { as, weight } of wanted) {
    for (const one of as) {
      const score = one.weight * weight * (index.term(one.term)?.rarity ?? 0);
      for (const term of one.term.split(' ')) {
        if (language.isFiller(term)) continue;
        weights.set(term, Math.max(weights.get(term) ?? 0, score));
      }
    }
  }
  return { wanted: weights, said: wanted.map(({ said }) => said) };
}

function countByShelf(
  listed: RankedArticle[],
  shelves: number[],
  categories: IndexedCategory[],
): SearchAnswer['categories'] {
  const counts = new Map<number, number>();
  for (const { article } of listed) {
    const shelf = shelves[article]!;
    counts.set(shelf, (counts.get(shelf) ?? 0) + 1);
  }
  return [...counts]
    .map(([shelf, count]) => ({ ...categories[shelf]!, count }))
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title));
}
