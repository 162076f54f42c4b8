import type { ArticleDigest } from '#src/features/insights/article-digest.ts';
import { helpfulness } from '#src/features/measures/helpfulness.ts';

/** The record of an article on which `yes` of `n` readers said yes. */
export function record(
  slug: string,
  n: number,
  yes: number,
  changes: Partial<ArticleDigest> = {},
): ArticleDigest {
  return {
    id: 1,
    file: `articles/en/using/${slug}.md`,
    locale: 'en',
    category: 'using',
    slug,
    title: slug,
    owner: 'mara',
    removed: false,
    reviewBy: null,
    revision: '0123456789abcdef',
    since: new Date('2026-10-01T00:00:00Z'),
    n,
    yes,
    helpfulness: helpfulness({ n, yes }),
    change: null,
    reasons: {},
    comments: [],
    views: 0,
    reads: 0,
    failed: { count: 0, n: 0, share: null },
    queries: [],
    next: [],
    ...changes,
  };
}
