import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listMonthCounts } from './summaries.store.ts';
import { COUNTED, summaryStart, type Counted, type MonthSummary } from './summary.ts';

/** How often moderators had to do what, by month, the latest first; quiet months are left out. */
export async function readSummary(db: Kysely<Database>, now: Date): Promise<MonthSummary[]> {
  const months = new Map<string, Record<Counted, number>>();
  for (const { month, counted, count } of await listMonthCounts(db, summaryStart(now))) {
    let counts = months.get(month);
    if (!counts) {
      counts = Object.fromEntries(COUNTED.map((one) => [one, 0])) as Record<Counted, number>;
      months.set(month, counts);
    }
    counts[counted] = count;
  }
  return [...months]
    .map(([month, counts]) => ({ month, counts }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}
