import type { Content, SearchTest } from '#src/features/content/content.ts';
import { openArticleSearch, type ArticleSearch } from './article-search.ts';

/** A search test whose article is not where a writer wants it. */
export interface BrokenSearchTest {
  test: SearchTest;
  /** Rank, from 1, of the wanted article; undefined when the search does not find it at all. */
  rank: number | undefined;
  /** What the search makes of the query instead. */
  found: Awaited<ReturnType<ArticleSearch['find']>>;
}

/**
 * Runs the search tests of a content folder, by the way that all its searches go.
 * @returns those that fail, in the order of their file
 */
export async function runSearchTests(
  content: Pick<Content, 'dir' | 'site' | 'articles' | 'categories' | 'searchTests'>,
): Promise<BrokenSearchTest[]> {
  const broken: BrokenSearchTest[] = [];
  for (const [locale, tests] of Map.groupBy(content.searchTests, (test) => test.locale)) {
    const search = await openArticleSearch(content, locale);
    for (const test of tests) {
      const found = await search.find(test.query);
      const at = found.ranked.findIndex(({ name }) => name === test.article);
      const { section, within } = test;
      const isThere = at >= 0 && at < within;
      const isSection = section === undefined || found.ranked[at]?.section.id === section;
      if (isThere && isSection) continue;
      broken.push({ test, rank: at < 0 ? undefined : at + 1, found });
    }
  }
  return broken.sort((a, b) => a.test.line - b.test.line);
}
