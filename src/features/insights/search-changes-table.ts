import { z } from 'zod';
import { insightTable } from './insight-table.ts';
import { listSearchChanges } from './searches.store.ts';

const MOST = 10_000;

/** What people typed when they had found nothing to open. */
export const searchChangesTable = insightTable({
  describes: 'Searches that were typed anew within two minutes, with nothing opened before',
  row: z.object({
    locale: z.string(),
    query: z.string(),
    next: z.string().describe('What was typed instead'),
    visits: z.int(),
    nextClicked: z.int().describe('Of them, those in which a result of the next one was opened'),
  }),
  async read(db, scope) {
    const rows = await listSearchChanges(db, scope, MOST);
    return rows.map(({ nextQuery, ...row }) => ({ ...row, next: nextQuery }));
  },
});
