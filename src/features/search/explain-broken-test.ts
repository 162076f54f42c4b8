import { SEARCH_TESTS } from '#src/features/content/search-test-fields.ts';
import { explainQuery, explainScore, listArticle } from './explain-search.ts';
import type { FoundByRank } from './article-search.ts';
import type { BrokenSearchTest } from './run-search-tests.ts';

/** So many of the articles that stand first are told, even if only the first was asked for. */
const LEAST_TOLD = 3;

/** The articles that stand where another one was wanted, and that one, each with its rank. */
function told({ test, rank, found }: BrokenSearchTest): [rank: number, FoundByRank][] {
  const first = Math.max(test.within, LEAST_TOLD);
  return found.ranked
    .map((article, at): [number, FoundByRank] => [at + 1, article])
    .filter(([at]) => at <= first || at === rank);
}

/** `file:line: ` what a test wants, and what it gets. */
export function describeBrokenTest({ test, rank, found }: BrokenSearchTest): string {
  const { line, query, article, section, within } = test;
  const wanted = section === undefined ? article : `${article}#${section}`;
  const where = within === 1 ? 'first' : `among the first ${within}`;
  const want = `${SEARCH_TESTS}:${line}: "${query}" has to find ${wanted} ${where}`;
  if (rank === undefined) return `${want}, but does not find it`;
  if (rank > within) return `${want}, but finds it at ${rank}`;
  const other = found.ranked[rank - 1]!.section.id;
  return `${want}, but finds ${other ? `#${other}` : 'its beginning'} there`;
}

/** Why a test fails: what was made of the query, and the articles that it finds. */
export function explainBrokenTest(broken: BrokenSearchTest): string[] {
  const articles = told(broken).flatMap(([rank, article]) => [
    listArticle(article, rank),
    `    ${explainScore(article)}`,
  ]);
  return [
    ...explainQuery(broken.found.understood),
    ...(articles.length > 0 ? articles : ['Nothing has any of these words.']),
  ];
}

/** The same for programs. */
export function brokenTestRecord(broken: BrokenSearchTest) {
  const { corrected, filler, expanded } = broken.found.understood;
  return {
    file: SEARCH_TESTS,
    ...broken.test,
    rank: broken.rank ?? null,
    understood: { corrected, leftOut: filler, synonyms: expanded },
    found: told(broken).map(([rank, { name, section, score, because }]) => ({
      rank,
      article: name,
      section: section.id,
      score,
      because,
    })),
  };
}
