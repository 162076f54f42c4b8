import { z } from 'zod';
import { listInsightComments, type InsightComment } from './insight-comments.store.ts';
import { STATES } from './insight-state.ts';
import { insightTable } from './insight-table.ts';

/** More than anybody reads; the figures have them all. */
const MOST = 10_000;

const row = z.object({
  at: z.iso.datetime(),
  articleLocale: z.string(),
  category: z.string(),
  slug: z.string(),
  title: z.string(),
  owner: z.string().nullable().describe('A handle of authors.yml'),
  isEarlier: z.boolean().describe('About a text that has been replaced since'),
  locale: z.string().describe('Language of the page'),
  answer: z.enum(['yes', 'no']),
  reason: z.string().nullable(),
  section: z.string().nullable().describe('Anchor of the section it is about'),
  comment: z.string().describe('Without addresses and the numbers of phones and cards'),
  state: z.enum(STATES),
  note: z.string(),
});

const rowOf = ({
  article,
  visitor: _,
  seriesId: __,
  waiting: ___,
  at,
  ...one
}: InsightComment) => ({
  ...one,
  at: at.toISOString(),
  articleLocale: article.locale,
  category: article.category,
  slug: article.slug,
  title: article.title,
  owner: article.owner,
});

/** What readers wrote about articles. */
export const commentsTable = insightTable({
  describes: 'What readers wrote about articles, the latest first',
  row,
  async read(db, scope) {
    return (await listInsightComments(db, scope, { most: MOST })).map(rowOf);
  },
});

/** What readers wrote about one article. */
export const articleCommentsTable = insightTable({
  describes: 'What readers wrote about an article, the latest first',
  ofArticle: true,
  row,
  async read(db, scope) {
    const { articleId } = scope;
    return (await listInsightComments(db, scope, { articleId, most: MOST })).map(rowOf);
  },
});
