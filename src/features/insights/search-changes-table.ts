import { z } from 'zod';
import { insightTable } from './insight-table.ts';
import { readReport } from './read-report.ts';

/** What people typed next when a search had led them nowhere: where synonyms come from. */
export const searchChangesTable = insightTable({
  describes: 'What was typed within two minutes after a search of which nothing was opened',
  row: z.object({
    locale: z.string().describe('Language of the page'),
    query: z.string(),
    next: z.string().describe('What was typed instead'),
    visits: z.int(),
    clicked: z.int().describe('Visits of them in which a result of the next one was opened'),
  }),
  async read(db, scope) {
    const changes = await readReport(db, 'search-changes', scope);
    return changes.map(({ locale, query, nextQuery, visits, nextClicked }) => ({
      locale,
      query,
      next: nextQuery,
      visits,
      clicked: nextClicked,
    }));
  },
});
