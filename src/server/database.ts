import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '#db/schema.ts';
import { LONGEST_STATEMENT, PreparingClient, sessionSettings } from './preparing-client.ts';

interface PoolOptions {
  /** Most sessions open at once, 20 unless told. */
  connections?: number;
  /** Milliseconds after which a statement is cut off; 0 for never. */
  statementTimeout?: number;
  /** Whether statements are kept planned, as they are unless told; not where tables change. */
  isPreparing?: boolean;
}

/**
 * A pool of connections. Nothing is connected before the first query, so this succeeds without a
 * server; a query then fails within four seconds.
 */
export function createPool(
  url: string,
  { connections = 20, statementTimeout = LONGEST_STATEMENT, isPreparing = true }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    Client: isPreparing ? PreparingClient : pg.Client,
    ...sessionSettings(url, statementTimeout),
    max: connections,
    idleTimeoutMillis: 30_000,
  });
  // A session that breaks fails the query it works on and is dropped by the pool. Both also emit
  // an event, idle or between two statements, which would end the process if nobody heard it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection of its own, for what has to stay open, such as LISTEN. */
export function createClient(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: 'helpmark',
    connectionTimeoutMillis: 4000,
    keepAlive: true,
  });
}

const pools = new WeakMap<Kysely<Database>, pg.Pool>();

/** The tables behind such a pool. */
export function createDatabase(url: string, options?: PoolOptions): Kysely<Database> {
  const pool = createPool(url, options);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

/** How busy the pool behind a database is. */
export const poolOf = (
  db: Kysely<Database>,
): Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'> | undefined => pools.get(db);

// The pages' bundle holds its own copy of this module, so what the command line opens is handed
// over in the one place that both copies share.
const shared = globalThis as { [key: symbol]: Kysely<Database> | undefined };
const place = Symbol.for('helpmark.database');

/** Makes a database the one that every page of this process works on; undefined takes it away. */
export function provideDatabase(db: Kysely<Database> | undefined): void {
  shared[place] = db;
}

/**
 * The database of this process.
 * @throws when none was provided, as during a build, where no page may need one
 */
export function database(): Kysely<Database> {
  const db = shared[place];
  if (!db) throw new Error('no database here: pages that are built may not read it');
  return db;
}
