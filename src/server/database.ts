import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '#db/schema.ts';

/** Far more than the house has; what is put together anew each time must not fill the server. */
const MOST_STATEMENTS = 1000;
/** What PostgreSQL says of a plan whose tables have changed since, as by a migration beside us. */
const OUTDATED = '0A000';
const names = new Map<string, string>();
let named = 0;

/**
 * Begins a statement that is planned for its values each time: how many rows have a tag or a word
 * decides which index is the right one.
 */
export const PLANNED_ANEW = '/* planned anew */';

/** A name for a statement, the same whenever its text comes again. */
function nameOf(text: string): string | undefined {
  if (text.startsWith(PLANNED_ANEW)) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  named += 1;
  const name = `helpmark_${named}`;
  names.set(text, name);
  return name;
}

/** PostgreSQL has no room for the sign of number 0, which nobody types. */
const storable = (value: unknown) =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;

/** Has each statement with parameters parsed and planned once a connection, not once a call. */
class PreparingClient extends pg.Client {
  override query(...given: any[]): any {
    const [text, typed, callback] = given;
    const values = Array.isArray(typed) ? typed.map(storable) : undefined;
    const isPlain = typeof text === 'string' && callback === undefined;
    const name = isPlain && values && values.length > 0 ? nameOf(text) : undefined;
    const ask = super.query as (...args: any[]) => any;
    if (!name) return ask.apply(this, values ? [text, values, callback] : given);
    return ask.call(this, { name, text, values }).catch((error: unknown) => {
      // The next one who asks has it planned anew.
      if ((error as { code?: string }).code === OUTDATED) names.delete(text);
      throw error;
    });
  }
}

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
  { connections = 20, statementTimeout = 10_000, isPreparing = true }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    Client: isPreparing ? PreparingClient : pg.Client,
    connectionString: url,
    application_name: 'helpmark',
    max: connections,
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeout,
    // The server may be gone without a word; then its own timeout never comes.
    query_timeout: statementTimeout && statementTimeout + 2000,
    keepAlive: true,
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

/** The tables behind such a pool. */
export function createDatabase(url: string, options?: PoolOptions): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: createPool(url, options) }) });
}

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
