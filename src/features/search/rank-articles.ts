import type { SectionIndex } from './section-index.ts';
import type { UnderstoodQuery, WantedTerm } from './understand-query.ts';

/** An article that has something of what a query wants. */
export interface RankedArticle {
  name: string;
  score: number;
  /** Its best section: anchor and title, both empty for the beginning. */
  section: { id: string; title: string };
  /** What the score is made of, to be shown to whoever asks why. */
  because: { section: number; title: number; covered: number };
}

/** How soon more of the same word stops to count (k1 of BM25). */
const SATURATION = 1.2;
/** What a title counts that says just what the query says; tuned, see decision 025. */
const TITLE = 6;
/** How much of its score an article loses that has nothing of a part of the query. */
const UNCOVERED = 0.4;
/** A word that no article has is missed as much as one that few have. */
const UNKNOWN = 2;

/** How much a term tells articles apart (the idf of BM25). */
function rarity({ articles, spread }: SectionIndex, term: string): number {
  const having = spread.get(term) ?? 0;
  return having === 0 ? 0 : Math.log(1 + (articles.length - having + 0.5) / (having + 0.5));
}

/** The articles that a query may mean, the best first; of equals, by their names. */
export function rankArticles(index: SectionIndex, query: UnderstoodQuery): RankedArticle[] {
  const bySection = new Map<number, number>();
  const covered = new Map<number, number>();
  let whole = 0;
  for (const wanted of query.wanted) {
    const inSections = new Map<number, number>();
    const inArticles = new Map<number, number>();
    for (const { term, weight } of wanted.as) {
      const rare = rarity(index, term);
      for (const { section, strength } of index.postings.get(term) ?? []) {
        const score = weight * rare * ((strength * (SATURATION + 1)) / (strength + SATURATION));
        inSections.set(section, Math.max(inSections.get(section) ?? 0, score));
        const { article } = index.sections[section]!;
        inArticles.set(article, Math.max(inArticles.get(article) ?? 0, weight));
      }
    }
    for (const [section, score] of inSections) {
      bySection.set(section, (bySection.get(section) ?? 0) + score * wanted.weight);
    }
    if (wanted.isExtra) continue;
    const worth = Math.max(rarity(index, wanted.as[0]!.term), UNKNOWN) * wanted.weight;
    whole += worth;
    for (const [article, share] of inArticles) {
      covered.set(article, (covered.get(article) ?? 0) + share * worth);
    }
  }

  const best = new Map<number, { section: number; score: number }>();
  for (const [section, score] of bySection) {
    const { article } = index.sections[section]!;
    const known = best.get(article);
    if (!known || score > known.score || (score === known.score && section < known.section)) {
      best.set(article, { section, score });
    }
  }
  return [...best]
    .map(([at, { section, score }]) => {
      const { name, titleTerms } = index.articles[at]!;
      const { id, title } = index.sections[section]!;
      const because = {
        section: score,
        title: TITLE * titleMatch(index, titleTerms, query.wanted),
        covered: whole > 0 ? (covered.get(at) ?? 0) / whole : 0,
      };
      const kept = 1 - UNCOVERED + UNCOVERED * because.covered;
      return { name, section: { id, title }, because, score: (score + because.title) * kept };
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}

/**
 * How much a title and a query say the same, from 0 to 1: the share of the title that the query
 * says, and of the query that the title says, each by the square of its terms' rarity; the
 * geometric mean of both.
 */
function titleMatch(index: SectionIndex, title: Set<string>, wanted: WantedTerm[]): number {
  const squared = (term: string) => rarity(index, term) ** 2;
  const saidOf = (term: string) =>
    Math.max(
      0,
      ...wanted.flatMap(({ as, weight }) =>
        as.map((one) => (one.term === term ? one.weight * weight : 0)),
      ),
    );
  let titleWeight = 0;
  let titleSaid = 0;
  for (const term of title) {
    titleWeight += squared(term);
    titleSaid += squared(term) * saidOf(term);
  }
  let queryWeight = 0;
  let querySaid = 0;
  for (const { as, weight } of wanted) {
    const worth =
      (weight * Math.max(...as.map((one) => rarity(index, one.term) * one.weight))) ** 2;
    queryWeight += worth;
    querySaid += worth * Math.max(0, ...as.map((one) => (title.has(one.term) ? one.weight : 0)));
  }
  if (titleWeight === 0 || queryWeight === 0) return 0;
  return Math.sqrt((titleSaid / titleWeight) * (querySaid / queryWeight));
}
