import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { deleteUnplaced, dropMonth, listMonths } from './old-events.store.ts';

/**
 * Drops whole months of events that are older than the setting says. What was counted of them by
 * day stays.
 * @param kept months before the present one
 * @returns the months that went, yyyy-mm-01
 */
export async function dropOldEvents(
  db: Kysely<Database>,
  kept: number,
  now: Date,
): Promise<string[]> {
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - kept, 1))
    .toISOString()
    .slice(0, 10);
  const old = (await listMonths(db)).filter((month) => month < oldest);
  for (const month of old) await dropMonth(db, month);
  await deleteUnplaced(db, oldest);
  return old;
}
