import { z } from 'zod';
import { freshArticles } from './freshness-report.ts';
import { insightTable } from './insight-table.ts';

/** Articles with their review dates, and the reads before and after them. */
export const freshnessTable = insightTable({
  describes: 'Articles with their review dates, and the reads before and after them',
  row: z.object({
    file: z.string().describe('Path in the content folder'),
    locale: z.string(),
    category: z.string(),
    slug: z.string(),
    title: z.string(),
    owner: z.string().nullable().describe('A handle of authors.yml'),
    reviewBy: z.iso.date().nullable(),
    state: z.enum(['overdue', 'due', 'later', 'undated']).describe('due: within 30 days'),
    reads: z.int(),
    datedReads: z.int().describe('Reads while it had a review date'),
    freshReads: z.int().describe('Of them, those on or before that date'),
    lost: z.int().describe('Of them, those after that date'),
  }),
  read: freshArticles,
});
