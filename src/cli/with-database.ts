import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { createDatabase } from '#src/server/database.ts';
import type { Env } from '#src/server/env.ts';
import { createLog, type Log } from '#src/server/log.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { postgresOwner, startPostgres } from '#src/server/postgres.ts';

type Place = Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>;

/**
 * Finds the instance's database: the one at DATABASE_URL, the embedded one of a Helpmark that runs
 * now, or else the embedded one, started.
 * @returns its address; `close` stops what was started
 */
export async function findDatabase(
  { DATABASE_URL, DATA_DIR }: Place,
  log: Log,
): Promise<{ url: string; close(): Promise<void> }> {
  const nothing = () => Promise.resolve();
  if (DATABASE_URL) return { url: DATABASE_URL, close: nothing };
  const connection = postgresOwner(DATA_DIR) ? readConnection(DATA_DIR) : undefined;
  if (connection) return { url: connectionUrl(connection), close: nothing };
  const postgres = await startPostgres(DATA_DIR, log);
  return { url: postgres.url, close: () => postgres.stop() };
}

/** Opens the instance's database for a short task. */
export async function withDatabase<Result>(
  env: Place,
  task: (db: Kysely<Database>, url: string) => Promise<Result>,
): Promise<Result> {
  const { url, close } = await findDatabase(env, createLog('warn'));
  // A task at the terminal may take its time, and may put other tables in place.
  const db = createDatabase(url, { connections: 4, statementTimeout: 0, isPreparing: false });
  try {
    return await task(db, url);
  } finally {
    await db.destroy();
    await close();
  }
}
