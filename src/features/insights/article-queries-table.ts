import { z } from 'zod';
import { listArticleQueries } from './article-queries.store.ts';
import { insightTable } from './insight-table.ts';

const QUERIES_READ = 5000;

/** Which searches led to which articles. */
export const articleQueriesTable = insightTable({
  describes: 'Searches by the article that was opened from their results',
  row: z.object({
    file: z.string().describe('Path of the article in the content folder'),
    title: z.string(),
    locale: z.string().describe('Language of the page'),
    query: z.string(),
    visits: z.int(),
  }),
  read: (db, scope) => listArticleQueries(db, scope, QUERIES_READ),
});
