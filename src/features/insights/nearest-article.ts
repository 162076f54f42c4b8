import { distance } from 'fastest-levenshtein';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import { missingWords } from '#src/features/search/missing-words.ts';

type Candidate = Pick<ArticleFacts, 'locale' | 'category' | 'slug' | 'title'> & {
  unlisted?: boolean | undefined;
};

/** Of the words of an address, an article has to have so many to be meant by it. */
const LEAST = 0.5;
/** Words that begin with the same so many letters count as one. */
const ALIKE = 4;
/** Of the letters of a slug, so many may be other ones. */
const MISSPELT = 0.25;

const beginning = (word: string) => word.slice(0, ALIKE);

const wordsOf = ({ slug, title, category }: Candidate): Set<string> =>
  new Set(
    `${category} ${slug} ${title}`
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.map(beginning),
  );

/**
 * Finds the article that is meant by an address that does not exist: one whose name is spelt almost
 * like the address's last part, else the one with most of its words, rare ones counting more.
 * @param articles of one language
 * @returns a function of the address, which does not change while the articles do not
 */
export function nearestArticle<Article extends Candidate>(
  articles: Article[],
  locales: string[],
): (path: string) => Article | undefined {
  const listed = articles
    .filter(({ unlisted }) => !unlisted)
    .map((article) => ({ article, words: wordsOf(article) }));
  const usedBy = new Map<string, number>();
  for (const { words } of listed) {
    for (const word of words) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
  }
  const weigh = (word: string) => Math.log(1 + listed.length / (usedBy.get(word) ?? 1));

  return (path) => {
    const last =
      path
        .split('/')
        .at(-1)
        ?.toLowerCase()
        .replace(/\.\w+$/, '') ?? '';
    const namesake = listed
      .map(({ article }) => ({ article, steps: distance(last, article.slug) }))
      .filter(({ article, steps }) => steps <= article.slug.length * MISSPELT)
      .toSorted((a, b) => a.steps - b.steps)[0];
    if (namesake) return namesake.article;

    const asked = [...new Set(missingWords(path, locales).map(beginning))];
    const best = listed
      .map(({ article, words }) => {
        const had = asked.filter((word) => words.has(word));
        const weight = had.reduce((sum, word) => sum + weigh(word), 0);
        return { article, share: had.length / asked.length, weight, words: words.size };
      })
      .filter(({ share }) => share >= LEAST)
      // Of equals the one that says little else.
      .toSorted((a, b) => b.weight - a.weight || a.words - b.words)[0];
    return best?.article;
  };
}
