import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dayOf } from './clock.ts';
import { rotateSalts, type Salts } from './salts.store.ts';

interface Kept {
  day: string;
  salts: Promise<Salts>;
  timer: NodeJS.Timeout;
}

// By database, since tests use several in one process.
const kept = new WeakMap<Kysely<Database>, Kept>();

const untilMidnight = (now: Date) => 86_400_000 - (now.getTime() % 86_400_000);

/**
 * The salts of the UTC day of `now`, from memory after the first call of a day. At midnight the
 * next day's are fetched whether or not anybody visits, so that no salt outlives its time.
 */
export function saltsFor(db: Kysely<Database>, now: Date): Promise<Salts> {
  const day = dayOf(now);
  const before = kept.get(db);
  if (before?.day === day) return before.salts;
  clearTimeout(before?.timer);
  const salts = rotateSalts(db, day);
  const timer = setTimeout(() => void saltsFor(db, new Date()).catch(() => {}), untilMidnight(now));
  timer.unref();
  const fresh = { day, salts, timer };
  kept.set(db, fresh);
  salts.catch(() => {
    clearTimeout(timer);
    // The next visit tries again.
    if (kept.get(db) === fresh) kept.delete(db);
  });
  return salts;
}
