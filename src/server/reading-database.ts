import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { Database } from '#db/schema.ts';
import { LONGEST_STATEMENT, PreparingClient, sessionSettings } from './preparing-client.ts';

/** Sessions that readers share; a second one answers while the first is busy with a long page. */
const READING_SESSIONS = 2;

type Session = PostgresPoolClient & pg.Client;

/**
 * Hands out the same few sessions to everybody at once, each of which sends what it is asked
 * without waiting for what was asked before: fewer processes of PostgreSQL have to be woken, so
 * that many short questions at a time take a fifth less of its time.
 */
class SharedSessions implements PostgresPool {
  readonly options = {};
  readonly #url: string;
  readonly #sessions = new Map<number, Promise<Session>>();
  #turn = 0;

  constructor(url: string) {
    this.#url = url;
  }

  connect(): Promise<PostgresPoolClient> {
    this.#turn = (this.#turn + 1) % READING_SESSIONS;
    return this.#sessions.get(this.#turn) ?? this.#open(this.#turn);
  }

  async end(): Promise<void> {
    const open = [...this.#sessions.values()];
    await Promise.allSettled(open.map(async (session) => (await session).end()));
  }

  #open(place: number): Promise<Session> {
    const settings = sessionSettings(this.#url, LONGEST_STATEMENT);
    const client = new PreparingClient({ ...settings, pipeline: true });
    // Whoever has it leaves it to the others as it is.
    const session = client.connect().then(() => Object.assign(client, { release: () => {} }));
    // A session that breaks says so more than once, when another may have taken its place.
    const forget = () => {
      if (this.#sessions.get(place) === session) this.#sessions.delete(place);
    };
    client.on('error', forget).on('end', forget);
    session.catch(forget);
    this.#sessions.set(place, session);
    return session;
  }
}

/**
 * The tables for those who only read, with statements that are quick whatever they are asked: one
 * that takes long would keep the others waiting. Nothing in it can be a transaction.
 */
export function createReadingDatabase(url: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: new SharedSessions(url) }) });
}
