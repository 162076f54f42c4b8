import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Database } from '#db/schema.ts';
import { gather } from '#src/server/gather.ts';
import type { Witnessed } from './event.ts';
import { codesSeenSince } from './visitors.store.ts';

/** Visitors remembered; whoever is forgotten is looked up again. */
const MOST = 50_000;
/** Milliseconds. */
const DAY = 86_400_000;

/** A visitor's code for the whole of a stay, which may pass midnight. */
export interface Recognised {
  code: string;
  /** Whether nothing was recorded of this visitor in the last 24 hours. */
  isNew: boolean;
}

interface Codes {
  visitor: string;
  visitorYesterday: string | undefined;
  now: Date;
}

interface Known {
  /** UTC, in days since 1970. */
  day: number;
  byCode: LRUCache<string, Promise<Recognised>>;
}

// By database, since tests use several in one process.
const known = new WeakMap<Kysely<Database>, Known>();

const lookUp = gather(async (db: Kysely<Database>, asked: Codes[]) => {
  const codes = asked.flatMap(({ visitor, visitorYesterday }) => [visitor, visitorYesterday ?? '']);
  const latest = Math.min(...asked.map(({ now }) => now.getTime()));
  const seen = await codesSeenSince(db, [...new Set(codes)], new Date(latest - DAY));
  return asked.map(({ visitor, visitorYesterday }): Recognised => {
    const before = visitorYesterday !== undefined && seen.has(visitorYesterday);
    return { code: before ? visitorYesterday : visitor, isNew: !before && !seen.has(visitor) };
  });
});

/**
 * Under which code a visitor's events are kept: yesterday's where one was kept under it in the last
 * 24 hours, today's otherwise. It stays the same for the rest of the day; and since an event under
 * yesterday's code leaves none under today's, nobody is followed from one day into a third.
 */
export async function recogniseVisitor(
  db: Kysely<Database>,
  { visitor, visitorYesterday }: Witnessed,
  now: Date,
): Promise<Recognised> {
  const day = Math.floor(now.getTime() / DAY);
  let remembered = known.get(db);
  // What led from one day's codes to another's is forgotten with the day.
  if (remembered?.day !== day) {
    known.set(db, (remembered = { day, byCode: new LRUCache({ max: MOST }) }));
  }
  const { byCode } = remembered;
  let found = byCode.get(visitor);
  if (!found) {
    byCode.set(visitor, (found = lookUp(db, { visitor, visitorYesterday, now })));
    found.catch(() => byCode.delete(visitor));
  }
  return found;
}
