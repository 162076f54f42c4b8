import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dayAfter, dayBefore, dayOf } from '#src/server/clock.ts';
import { gatherVisits } from './day-visits.store.ts';
import {
  countedUpTo,
  daysAfter,
  lastEventId,
  lockRollUp,
  markRolled,
} from './rolled-days.store.ts';
import { rollUpArticles } from './roll-up-articles.store.ts';
import { rollUpForms } from './roll-up-forms.store.ts';
import { rollUpSearches } from './roll-up-searches.store.ts';
import { rollUpSums } from './roll-up-sums.store.ts';
import { rollUpVisits } from './roll-up-visits.store.ts';

/** Counts one day anew; what was counted of it before is replaced. */
async function rollUpDay(
  db: Kysely<Database>,
  day: string,
  lastId: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockRollUp(trx);
    await gatherVisits(trx, day);
    await rollUpSearches(trx, day);
    await rollUpVisits(trx, day);
    await rollUpArticles(trx, day);
    await rollUpForms(trx, day);
    await rollUpSums(trx, day);
    await markRolled(trx, day, lastId, now);
  });
}

/**
 * Counts the events that have come since the last time into the days' tables: each day with new
 * ones anew as a whole, with its neighbours, since a visit goes on past midnight and what is sent
 * within 24 hours takes back a success. Calling it again changes nothing.
 * @param onDay hears of each day before it is counted
 * @returns the days that were counted
 */
export async function rollUpEvents(
  db: Kysely<Database>,
  now: Date,
  onDay: (day: string, done: number, all: number) => void = () => {},
): Promise<string[]> {
  const lastId = await lastEventId(db);
  const today = dayOf(now);
  // An event gets its number before it is written, so one with a lower number may come a moment
  // later: the present days are counted each time.
  const touched = [today, ...(await daysAfter(db, (await countedUpTo(db)) ?? '0'))];
  const days = [...new Set(touched.flatMap((day) => [dayBefore(day), day, dayAfter(day)]))]
    .filter((day) => day <= today)
    .sort();
  for (const [done, day] of days.entries()) {
    onDay(day, done, days.length);
    await rollUpDay(db, day, lastId, now);
  }
  return days;
}
