import type { Kysely } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#db/schema.ts';
import { TooMany } from './errors.ts';
import { gather } from './gather.ts';
import { addUses, deleteExpired, type Used } from './rate-limits.store.ts';

/** So many uses in so many seconds, counted from the first of them. */
export interface Limit {
  /** Names its keys in the table; no two limits share one. */
  name: string;
  uses: number;
  seconds: number;
}

const SWEEP_EVERY_MS = 10 * 60_000;

const addUse = gather(addUses);

/**
 * The library's limiter on the table that all processes share, with its write replaced: calls at
 * the same time go into one statement, where the library would send one each. At a thousand votes
 * a second, each under two limits, that is the difference between a busy database and an idle one.
 */
class GatheredLimiter extends RateLimiterPostgres {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>, { name, uses, seconds }: Limit) {
    super({
      storeClient: {},
      storeType: 'client',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: uses,
      duration: seconds,
      // Whoever is over the limit costs the database nothing more.
      inMemoryBlockOnConsumed: uses + 1,
    });
    this.#db = db;
  }

  async _upsert(key: string, points: number, duration: number): Promise<{ rows: Used[] }> {
    const now = Date.now();
    return { rows: [await addUse(this.#db, { key, points, now, expire: now + duration })] };
  }
}

interface Limiters {
  byName: Map<string, GatheredLimiter>;
  sweptAt: number;
}

// By database, since tests use several in one process.
const known = new WeakMap<Kysely<Database>, Limiters>();

function limiter(db: Kysely<Database>, limit: Limit): GatheredLimiter {
  let limiters = known.get(db);
  if (!limiters) known.set(db, (limiters = { byName: new Map(), sweptAt: Date.now() }));
  if (Date.now() - limiters.sweptAt > SWEEP_EVERY_MS) {
    limiters.sweptAt = Date.now();
    void deleteExpired(db, new Date()).catch(() => {});
  }
  let found = limiters.byName.get(limit.name);
  if (!found) limiters.byName.set(limit.name, (found = new GatheredLimiter(db, limit)));
  return found;
}

/**
 * Counts one use of each limit under its key, over all processes.
 * @param claims a limit with the key that uses it, which must not be an address in plain
 * @throws TooMany with the time until the last of the exhausted limits opens again
 */
export async function useLimits(db: Kysely<Database>, claims: [Limit, string][]): Promise<void> {
  const outcomes = await Promise.allSettled(
    claims.map(([limit, key]) => limiter(db, limit).consume(key)),
  );
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  const fault = refusals.find(({ reason }) => !(reason instanceof RateLimiterRes));
  if (fault) throw fault.reason;
  if (refusals.length > 0) {
    const waits = outcomes.map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as RateLimiterRes).msBeforeNext : 0,
    );
    const longest = Math.max(...waits);
    throw new TooMany(Math.ceil(longest / 1000), claims[waits.indexOf(longest)]?.[0]);
  }
}
