import type { IndexedPage } from './indexed-page.ts';
import { endOfTitle, excerptOf, titlePieces, type Match, type Piece } from './passage.ts';
import type { IndexedCategory } from './packed-index.ts';

const SECTIONS_SHOWN = 3;
/** A section that says much less than the best one is left out. */
const WORTH_SHOWING = 0.6;

export interface FoundSection {
  title: Piece[];
  url: string;
  excerpt: Piece[];
}

/** An article as results show it. */
export interface FoundArticle {
  title: Piece[];
  url: string;
  category: IndexedCategory | undefined;
  /** How well it fits, on a scale of its query alone. */
  score: number;
  /** Of the part before the first section; empty when only sections match. */
  excerpt: Piece[];
  /** The best matching ones, best first. */
  sections: FoundSection[];
}

/** What a reader sees of an article: matching sections, each with the words around the match. */
export function describeArticle(
  { url, title, words: read, terms, headings }: IndexedPage,
  { wanted, said, section, score, category }: Described,
): FoundArticle {
  const words = { ...read, said };
  const end = words.list.length;
  const matches: (Match & { term: string })[] = terms.flatMap((own, at) => {
    const term = own.find((one) => wanted.has(one));
    return term === undefined ? [] : [{ at, term, score: wanted.get(term)! }];
  });
  const titleEnd = endOfTitle(words, 0, title);
  const firstHeading = headings[0]?.location ?? end;
  const introductionEnd = firstHeading > titleEnd ? firstHeading : end;
  const inside = (start: number, stop: number) =>
    matches.filter(({ at }) => at >= start && at < stop);

  const sections = headings
    .map((heading, at) => {
      const stop = headings[at + 1]?.location ?? end;
      const textStart = endOfTitle(words, heading.location, heading.text);
      const own = inside(heading.location, stop);
      // Each term counts once: a long section is not better for saying it again.
      const once = new Map(own.map((match) => [match.term, match.score]));
      return {
        isBest: at + 1 === section,
        score: [...once.values()].reduce((sum, one) => sum + one, 0),
        title: titlePieces(words, heading.location, textStart, heading.text, own),
        url: `${url}#${heading.id}`,
        excerpt: excerptOf(words, textStart, stop, own),
      };
    })
    .filter((one) => one.score > 0)
    .sort((a, b) => Number(b.isBest) - Number(a.isBest) || b.score - a.score);
  const most = Math.max(...sections.map((one) => one.score));
  const shown = sections
    .filter((one) => one.isBest || one.score >= most * WORTH_SHOWING)
    .slice(0, SECTIONS_SHOWN);

  const introduction = inside(titleEnd, introductionEnd);
  return {
    title: titlePieces(words, 0, titleEnd, title, matches),
    url,
    category,
    score,
    excerpt:
      introduction.length > 0 || shown.length === 0
        ? excerptOf(words, titleEnd, introductionEnd, introduction)
        : [],
    sections: shown.map(({ title, url, excerpt }) => ({ title, url, excerpt })),
  };
}

/** What is known of an article that was found. */
export interface Described {
  /** The terms that were looked for, and what each counts. */
  wanted: ReadonlyMap<string, number>;
  /** The words as they were typed or corrected. */
  said: string[];
  /** Its best section, by its place. */
  section: number;
  score: number;
  category: IndexedCategory | undefined;
}
