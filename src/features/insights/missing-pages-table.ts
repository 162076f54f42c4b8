import { z } from 'zod';
import { manifest } from '#src/features/articles/manifest.ts';
import { insightTable } from './insight-table.ts';
import { STATES } from './insight-state.ts';
import { readMissingPages } from './read-missing-pages.ts';

/** Addresses that do not exist, with what was decided about them. */
export const missingPagesTable = insightTable({
  describes: 'Addresses that were asked for and do not exist',
  row: z.object({
    path: z.string(),
    visits: z.int(),
    referrers: z.string().describe('Hosts of the pages that led there, at most three, by spaces'),
    last: z.iso.date().describe('The day on which it was asked for last'),
    state: z.enum(STATES),
    note: z.string(),
    target: z.string().nullable().describe('Where it is to lead'),
    leadsTo: z.string().nullable().describe('Where it leads by now'),
  }),
  async read(db, scope) {
    const pages = await readMissingPages(db, scope, await manifest());
    return pages.map(({ referrers, leadsTo, ...page }) => ({
      ...page,
      referrers: referrers.join(' '),
      leadsTo: leadsTo ?? null,
    }));
  },
});
