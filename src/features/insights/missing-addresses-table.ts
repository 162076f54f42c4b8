import { z } from 'zod';
import { insightTable } from './insight-table.ts';
import { listMissingAddresses } from './missing-addresses.store.ts';

const ADDRESSES_READ = 1000;

/** Where redirects are missing. */
export const missingAddressesTable = insightTable({
  describes: 'Addresses at which nothing stands, with where they are to lead',
  row: z.object({
    path: z.string(),
    visits: z.int(),
    state: z.string().describe('new, planned, fixed or dismissed'),
    target: z.string().nullable().describe('Path of the site that it is to lead to'),
  }),
  read: (db, scope) => listMissingAddresses(db, scope, ADDRESSES_READ),
});
