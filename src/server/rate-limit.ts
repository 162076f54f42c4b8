import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
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
  /**
   * Uses that a process takes from the table at a time and grants by itself, 1 unless told; a part
   * of `uses`. What is left of them in one process is lost to the others.
   */
  atOnce?: number;
}

/** Uses that were taken from the table and not granted yet. */
interface Stock {
  left: number;
  /** Milliseconds since 1970. */
  until: number;
}

const SWEEP_EVERY_MS = 10 * 60_000;

/** Keys whose stock is remembered; of one that is forgotten, the rest is lost. */
const MOST_STOCKS = 50_000;

const addUse = gather(addUses);

/**
 * The library's limiter on the table that all processes share, with its write replaced: calls at
 * the same time go into one statement, where the library would send one each. At a thousand votes
 * a second, each under two limits, that is the difference between a busy database and an idle one.
 */
class GatheredLimiter extends RateLimiterPostgres {
  readonly #db: Kysely<Database>;
  readonly #atOnce: number;
  readonly #stocks = new LRUCache<string, Stock>({ max: MOST_STOCKS });
  readonly #filling = new Map<string, Promise<void>>();

  constructor(db: Kysely<Database>, { name, uses, seconds, atOnce = 1 }: Limit) {
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
    this.#atOnce = atOnce;
  }

  /** Counts one use, from what was taken before where something is left. @throws RateLimiterRes */
  async use(key: string): Promise<void> {
    if (this.#atOnce === 1) return void (await this.consume(key));
    for (;;) {
      const stock = this.#stocks.get(key);
      if (stock && stock.left > 0 && stock.until > Date.now()) {
        stock.left -= 1;
        return;
      }
      let filling = this.#filling.get(key);
      if (!filling) {
        filling = this.#fill(key).finally(() => this.#filling.delete(key));
        this.#filling.set(key, filling);
      }
      await filling;
    }
  }

  async #fill(key: string): Promise<void> {
    const { msBeforeNext } = await this.consume(key, this.#atOnce);
    this.#stocks.set(key, { left: this.#atOnce, until: Date.now() + msBeforeNext });
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
    claims.map(([limit, key]) => limiter(db, limit).use(key)),
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
