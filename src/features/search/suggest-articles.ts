import type { FoundArticle, SearchAnswer } from './query.ts';

/** So many articles are suggested. */
export const SUGGESTED = 5;
/** How fast a later place loses weight when lists are merged; usual for reciprocal ranks. */
const DAMPING = 10;
/** Letters that two words must have in common at their beginning. */
const ALIKE = 4;

/**
 * Articles close to some words, best first: those that have all of them, then those that have
 * the most. An address is a poor query, and one odd word in it must not hide the rest.
 * @param find the search of one query, which need not bear to be called twice at a time
 */
export async function suggestArticles(
  find: (query: string) => Promise<SearchAnswer>,
  words: string[],
): Promise<FoundArticle[]> {
  if (words.length === 0) return [];
  const closeTo = async (query: string, asked: string[]) => {
    const { articles, total } = await find(query);
    return { total, articles: articles.filter((article) => resembles(article, asked)) };
  };
  const { articles: all } = await closeTo(words.join(' '), words);
  if (all.length >= SUGGESTED || words.length === 1) return all.slice(0, SUGGESTED);

  const scores = new Map<string, { article: FoundArticle; score: number }>();
  for (const word of words) {
    const { articles, total } = await closeTo(word, [word]);
    for (const [place, article] of articles.entries()) {
      const known = scores.get(article.url)?.score ?? 0;
      // A rare word says more.
      const score = known + 1 / (DAMPING + place) / Math.sqrt(total);
      scores.set(article.url, { article, score });
    }
  }
  const some = [...scores.values()].sort((a, b) => b.score - a.score);
  const urls = new Set(all.map(({ url }) => url));
  return [...all, ...some.map(({ article }) => article).filter(({ url }) => !urls.has(url))].slice(
    0,
    SUGGESTED,
  );
}

/**
 * Whether a word that made the search choose the article at least begins like one that was asked
 * for: for a word that no article has, the search takes ever shorter beginnings of it.
 */
function resembles({ title, excerpt, sections }: FoundArticle, words: string[]): boolean {
  const pieces = [title, excerpt, ...sections.flatMap((one) => [one.title, one.excerpt])].flat();
  const marked = pieces.filter(({ mark }) => mark).map(({ text }) => text.toLowerCase());
  const starts = words.map((word) => word.slice(0, ALIKE));
  return marked.length === 0 || marked.some((text) => starts.some((start) => text.includes(start)));
}
