import type { PackedIndex } from './packed-index.ts';
import type { UnderstoodQuery, WantedTerm } from './understand-query.ts';

/** An article that has something of what a query wants. */
export interface RankedArticle {
  /** By its place in the index. */
  article: number;
  score: number;
  /** Its best section, by its place in the article; the first is what stands before all headings. */
  section: number;
  /** What the score is made of, to be shown to whoever asks why. */
  because: { section: number; title: number; covered: number };
}

/** How soon more of the same word stops to count (k1 of BM25). */
const SATURATION = 1.2;
/** What a title counts that says just what the query says; tuned, see decision 025. */
const TITLE = 6;
/** How much of its score an article loses that has nothing of a part of the query. */
const UNCOVERED = 0.4;
/** What the other sections of an article add to its best one, together at most as much as it. */
const OTHERS = 0.2;
/** A word that no article has is missed as much as one that few have. */
const UNKNOWN = 2;

/** What is so much worse than the best, and has so much less of the query, is about something else. */
const WORTH_LISTING = { score: 0.2, covered: 0.6 };

/** Of ranked articles those that a reader should see. */
export function worthListing(ranked: RankedArticle[]): RankedArticle[] {
  const most = Math.max(0, ...ranked.map(({ because }) => because.covered));
  return ranked.filter(
    ({ score, because }) =>
      score >= ranked[0]!.score * WORTH_LISTING.score ||
      because.covered >= most * WORTH_LISTING.covered,
  );
}

/** The articles that a query may mean, the best first; of equals, by their names. */
export function rankArticles(index: PackedIndex, query: UnderstoodQuery): RankedArticle[] {
  const bySection = new Map<number, number>();
  const covered = new Map<number, number>();
  let whole = 0;
  for (const wanted of query.wanted) {
    const { inSections, inArticles } = weigh(index, wanted);
    for (const [section, score] of inSections) {
      bySection.set(section, (bySection.get(section) ?? 0) + score * wanted.weight);
    }
    if (wanted.isExtra) continue;
    const worth = worthOf(rarityOf(index, wanted.as[0]!.term)) * wanted.weight;
    whole += worth;
    for (const [article, share] of inArticles) {
      covered.set(article, (covered.get(article) ?? 0) + share * worth);
    }
  }

  const titles = titleMatches(index, query.wanted);
  return [...bestSections(index, bySection)]
    .map(([article, { section, score }]) => {
      const because = {
        section: score,
        title: titleScore(titles.get(article) ?? 0),
        covered: whole > 0 ? (covered.get(article) ?? 0) / whole : 0,
      };
      return { article, section: index.placeOf(section), because, score: total(because) };
    })
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

/** What having a term so strongly is worth, against having it once. */
export const gainOf = (strength: number): number =>
  (strength * (SATURATION + 1)) / (strength + SATURATION);

/** What a title is worth. @param match how much it and the query say the same, from 0 to 1 */
export const titleScore = (match: number): number => TITLE * match;

/** What a word of a query is worth for how much of it is covered. */
export const worthOf = (rarity: number): number => Math.max(rarity, UNKNOWN);

/** A score of what it is made of. */
export const total = ({ section, title, covered }: RankedArticle['because']): number =>
  (section + title) * (1 - UNCOVERED + UNCOVERED * covered);

const rarityOf = (index: PackedIndex, term: string): number => index.term(term)?.rarity ?? 0;

/** How strongly sections have what is wanted, and how fully articles do, from 0 to 1. */
function weigh(
  index: PackedIndex,
  { as }: WantedTerm,
): { inSections: Map<number, number>; inArticles: Map<number, number> } {
  const inSections = new Map<number, number>();
  const inArticles = new Map<number, number>();
  for (const { term, weight } of as) {
    const facts = index.term(term);
    if (!facts) continue;
    for (const [section, strength] of facts.sections) {
      const score = weight * facts.rarity * gainOf(strength);
      inSections.set(section, Math.max(inSections.get(section) ?? 0, score));
      const article = index.articleOf(section);
      inArticles.set(article, Math.max(inArticles.get(article) ?? 0, weight));
    }
  }
  return { inSections, inArticles };
}

/** Of each article its best section, of equals the first, with a little for what the others have. */
function bestSections(
  index: PackedIndex,
  scores: Map<number, number>,
): Map<number, { section: number; score: number }> {
  const best = new Map<number, { section: number; score: number; sum: number }>();
  for (const [section, score] of scores) {
    const article = index.articleOf(section);
    const known = best.get(article);
    const sum = (known?.sum ?? 0) + score;
    const isBetter =
      !known || score > known.score || (score === known.score && section < known.section);
    best.set(article, isBetter ? { section, score, sum } : { ...known, sum });
  }
  return new Map(
    [...best].map(([article, { section, score, sum }]) => [
      article,
      { section, score: score + OTHERS * Math.min(score, sum - score) },
    ]),
  );
}

/**
 * How much a title and a query say the same, from 0 to 1: the share of the title that the query
 * says, and of the query that the title says, each by the square of its terms' rarity; the
 * geometric mean of both.
 */
function titleMatches(index: PackedIndex, wanted: WantedTerm[]): Map<number, number> {
  const saidOfTerm = new Map<string, number>();
  const querySaid = new Map<number, number>();
  let queryWeight = 0;
  for (const { as, weight } of wanted) {
    const worth =
      (weight * Math.max(...as.map((one) => rarityOf(index, one.term) * one.weight))) ** 2;
    queryWeight += worth;
    const inTitles = new Map<number, number>();
    for (const one of as) {
      saidOfTerm.set(one.term, Math.max(saidOfTerm.get(one.term) ?? 0, one.weight * weight));
      for (const article of index.term(one.term)?.inTitles ?? []) {
        inTitles.set(article, Math.max(inTitles.get(article) ?? 0, one.weight));
      }
    }
    for (const [article, share] of inTitles) {
      querySaid.set(article, (querySaid.get(article) ?? 0) + share * worth);
    }
  }
  const titleSaid = new Map<number, number>();
  for (const [term, said] of saidOfTerm) {
    const { rarity, inTitles } = index.term(term) ?? { rarity: 0, inTitles: [] };
    for (const article of inTitles) {
      titleSaid.set(article, (titleSaid.get(article) ?? 0) + said * rarity ** 2);
    }
  }
  return new Map(
    [...titleSaid].map(([article, said]) => {
      const title = index.root.titles[article] || 1;
      const query = (querySaid.get(article) ?? 0) / queryWeight;
      return [article, Math.sqrt(Math.min(1, said / title) * query)];
    }),
  );
}
