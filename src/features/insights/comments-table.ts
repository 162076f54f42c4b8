import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { listInsightComments } from './insight-comments.store.ts';
import { STATES } from './insight-state.ts';
import { insightTable, type TableScope } from './insight-table.ts';

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

async function read(db: Kysely<Database>, scope: TableScope) {
  const { articleId } = scope;
  const comments = await listInsightComments(db, scope, { articleId, most: MOST });
  return comments.map(({ article, visitor: _, seriesId: __, at, ...one }) => ({
    ...one,
    at: at.toISOString(),
    articleLocale: article.locale,
    category: article.category,
    slug: article.slug,
    title: article.title,
    owner: article.owner,
  }));
}

/** What readers wrote about articles. */
export const commentsTable = insightTable({
  describes: 'What readers wrote about articles, the latest first',
  row,
  read: (db, scope) => read(db, { ...scope, articleId: undefined }),
});

/** What readers wrote about one article. */
export const articleCommentsTable = insightTable({
  describes: 'What readers wrote about an article, the latest first',
  ofArticle: true,
  row,
  read,
});
