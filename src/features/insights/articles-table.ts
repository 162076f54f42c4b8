import { z } from 'zod';
import { shareOf } from '#src/features/measures/share.ts';
import { commentedArticles } from './article-list.ts';
import { insightTable, SHARE_FIELDS } from './insight-table.ts';
import { shareFields } from './share-fields.ts';

/** Articles with what readers said of them and how many came, those that need work first. */
export const articlesTable = insightTable({
  describes: 'Articles, those that need work first',
  row: z.object({
    file: z.string().describe('Path in the content folder'),
    locale: z.string(),
    category: z.string(),
    slug: z.string(),
    title: z.string(),
    owner: z.string().nullable().describe('A handle of authors.yml'),
    removed: z.boolean().describe('No longer in the content folder'),
    reviewBy: z.string().nullable().describe('By when to look at it again, yyyy-mm-dd'),
    since: z.iso.datetime().describe('When its present series began'),
    count: SHARE_FIELDS.count.describe('Votes on the present series that said yes'),
    n: SHARE_FIELDS.n.describe('Votes on the present series'),
    share: SHARE_FIELDS.share,
    low: SHARE_FIELDS.low,
    high: SHARE_FIELDS.high,
    verdict: z
      .enum(['better', 'worse', 'no evidence yet'])
      .nullable()
      .describe('Against the series before; null where there is none'),
    comments: z.int().describe('Latest comments on the present series, three at most'),
    views: z.int(),
    reads: z.int(),
    failed: z.int().describe('Reads that a question or a request followed within 24 hours'),
    failedShare: SHARE_FIELDS.share.describe('failed / reads; null below ten reads'),
    failedLow: SHARE_FIELDS.low,
    failedHigh: SHARE_FIELDS.high,
  }),
  async read(db, scope) {
    const articles = await commentedArticles(db, scope);
    return articles.map(({ since, n, yes, failed, change, commented, ...one }) => {
      return {
        file: one.file,
        locale: one.locale,
        category: one.category,
        slug: one.slug,
        title: one.title,
        owner: one.owner,
        removed: one.removed,
        reviewBy: one.reviewBy,
        since: since.toISOString(),
        ...shareFields(shareOf(yes, n)),
        verdict: change?.verdict ?? null,
        comments: commented,
        views: one.views,
        reads: one.reads,
        failed: failed.count,
        failedShare: failed.share?.value ?? null,
        failedLow: failed.share?.low ?? null,
        failedHigh: failed.share?.high ?? null,
      };
    });
  },
});
