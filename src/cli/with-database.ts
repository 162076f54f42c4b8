import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { createDatabase } from '#src/server/database.ts';
import type { Env } from '#src/server/env.ts';
import { createLog } from '#src/server/log.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { postgresOwner, startPostgres } from '#src/server/postgres.ts';

/**
 * Opens the instance's database for a short task: the one at DATABASE_URL, the embedded one of a
 * Helpmark that runs now, or else the embedded one started for as long as the task takes.
 */
export async function withDatabase<Result>(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  task: (db: Kysely<Database>, url: string) => Promise<Result>,
): Promise<Result> {
  const { url, close } = await open(env);
  // A task at the terminal may take its time.
  const db = createDatabase(url, { connections: 4, statementTimeout: 0 });
  try {
    return await task(db, url);
  } finally {
    await db.destroy();
    await close();
  }
}

async function open({ DATABASE_URL, DATA_DIR }: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>) {
  const nothing = () => Promise.resolve();
  if (DATABASE_URL) return { url: DATABASE_URL, close: nothing };
  if (postgresOwner(DATA_DIR)) {
    const connection = readConnection(DATA_DIR);
    if (connection) return { url: connectionUrl(connection), close: nothing };
  }
  const postgres = await startPostgres(DATA_DIR, createLog('warn'));
  return { url: postgres.url, close: () => postgres.stop() };
}
