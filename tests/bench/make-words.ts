import path from 'node:path';
import { readContent } from '#src/features/content/read-content.ts';
import { articleTexts } from '#src/features/search/article-texts.ts';
import { wordsIn } from '#src/features/search/query-words.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

/** Words of an article, one after the other. @param isTelling leaves out what stands in any text */
export type Wording = (count: number, isTelling?: boolean) => string[];

/**
 * How often the words of a help center are used, by their ranks (the law of Zipf and Mandelbrot).
 * With these numbers, and with words that come again in their article, 188 articles as long as those
 * of a real help center have 4,630 words against its 4,390, of which an article has 119 against 120.
 */
const EXPONENT = 1.35;
const OFFSET = 10;
/** Words of a language and of a trade. */
const WORDS = 40_000;
/** How many of the telling words of an article stand in it already. */
const AGAIN = 0.4;
/** The most usual words tell nothing. */
const TELLING = 60;

const manual = path.resolve(import.meta.dirname, '..', '..', 'content');

/** The plain words of the manual, the most usual first. */
async function wordsOfManual(): Promise<string[]> {
  const content = await readContent(manual, { includeDrafts: false, now: new Date() });
  const times = new Map<string, number>();
  for (const { sections } of articleTexts(content, 'en').articles) {
    for (const { word, parts } of sections.flatMap(({ text }) => wordsIn(text))) {
      if (parts.length === 0 && /^[a-z]+$/.test(word)) times.set(word, (times.get(word) ?? 0) + 1);
    }
  }
  return [...times].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}

const SYLLABLES = 'ba co der fi gran hu jo ken lu mer nor pa qui ros sta ti ver wel za dro'.split(
  ' ',
);
const ENDINGS = ['', 's', 'ing', 'ed', 'er'];

/** A word that no language has, with the endings that English gives its words. */
function madeWord(index: number): string {
  const ending = ENDINGS[index % ENDINGS.length]!;
  let stem = '';
  for (let rest = 400 + Math.floor(index / ENDINGS.length); rest > 0;) {
    stem += SYLLABLES[rest % SYLLABLES.length]!;
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return stem + ending;
}

/**
 * Words as a help center uses them: the manual's own, and made ones after those, each as often as its
 * rank tells, so that an index of them is as large as one of real articles.
 * @returns the words of an article by its number, the same on every machine
 */
export async function realWording(): Promise<(article: number) => Wording> {
  const known = await wordsOfManual();
  const upTo: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= WORDS; rank += 1) upTo.push((sum += (rank + OFFSET) ** -EXPONENT));
  const rankAt = (share: number) => {
    let low = 0;
    let high = WORDS - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < share * sum) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wordAt = (rank: number) => known[rank] ?? madeWord(rank - known.length);
  return (article) => {
    const random = seededRandom(article + 1);
    const said: number[] = [];
    const next = (): number => {
      const rank = rankAt(random());
      if (rank < TELLING) return rank;
      if (said.length > 0 && random() < AGAIN) return said[Math.floor(random() * said.length)]!;
      said.push(rank);
      return rank;
    };
    return (count, isTelling = false) =>
      Array.from({ length: count }, () => {
        let rank = next();
        while (isTelling && rank < TELLING) rank = next();
        return wordAt(rank);
      });
  };
}
