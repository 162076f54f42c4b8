import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { createDatabase } from '#src/server/database.ts';
import { type Env, readEnv } from '#src/server/env.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { webServer } from './e2e-site.ts';
import { freePort } from './free-port.ts';
import { identityProvider } from './identity-provider.ts';
import { until } from './processes.ts';
import { onServer } from './template.ts';
import { noteWrites } from './written-rows.ts';

/** The tested build on a database of a test's own, which keeps a list of all that is written. */
export interface OwnSite {
  url: string;
  /** What it was started with. */
  settings: Record<string, string | undefined>;
  db: Kysely<Database>;
  /** As the site reads it, so that a test can sign what the site signs. */
  env: Env;
  stop(): Promise<void>;
}

/**
 * Starts it beside the site of all browser tests, on the same PostgreSQL.
 * @param more settings of its own
 */
export async function ownSite(more: Record<string, string> = {}): Promise<OwnSite> {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const server = createDatabase(connectionUrl(connection), { connections: 1 });
  const name = `own_${randomBytes(6).toString('hex')}`;
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(server);
  // Nothing in it has to outlive the test, and most of the time would be spent waiting for the disk.
  await sql`ALTER DATABASE ${sql.id(name)} SET synchronous_commit TO off`.execute(server);
  const databaseUrl = onServer(connectionUrl(connection), name);

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const providerPort = await freePort();
  const provider = await identityProvider(providerPort, `${webServer.env['SITE_URL']}/account`);
  const settings = {
    ...webServer.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    // So that every visitor of a test can come from an address of their own.
    TRUST_PROXY: '1',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    HELP_DESK_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    ...more,
  };
  const site = spawn(process.execPath, ['tests/support/site-on-own-database.ts'], {
    cwd: webServer.cwd,
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  site.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    // What it logs is an error, and belongs beside the test that caused it.
    if (!chunk.toString().startsWith('ready ')) process.stderr.write(chunk);
  });
  const isReady = () => /^ready /m.test(said);
  await until('the site is ready', () => isReady() || site.exitCode !== null, 60);
  if (!isReady()) throw new Error('the site on a database of its own has ended');
  const db = createDatabase(databaseUrl, { connections: 2 });
  await noteWrites(db);

  return {
    url,
    settings,
    db,
    env: readEnv(settings),
    async stop() {
      site.kill();
      if (site.exitCode === null) await once(site, 'exit');
      await db.destroy();
      await provider.close();
      await sql`DROP DATABASE ${sql.id(name)} WITH (force)`.execute(server);
      await server.destroy();
    },
  };
}
