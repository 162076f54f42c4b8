import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { makeMonth } from './events.store.ts';

/** So many months exist before they begin. */
const AHEAD = 2;

const firstOf = (now: Date, later: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1)).toISOString().slice(0, 10);

/** Makes the partitions of events for this month and the next ones. */
export async function makeEventMonths(db: Kysely<Database>, now: Date): Promise<void> {
  for (let later = 0; later <= AHEAD; later += 1) {
    await makeMonth(db, firstOf(now, later), firstOf(now, later + 1));
  }
}
