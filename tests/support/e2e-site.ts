import fs from 'node:fs';
import path from 'node:path';
import { lockHolder } from '#src/server/process-lock.ts';
import { e2eContentDir, layOutContent } from './e2e-content.ts';
import { freePort } from './free-port.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
// The same folder in every run, so that the site is built again only when something has changed.
const dataDir = path.join(root, '.cache', 'e2e-data');

// Playwright reads its configuration in every worker, and all must come to the same address.
const isFirst = process.env['HELPMARK_E2E_PORT'] === undefined;
const port = (process.env['HELPMARK_E2E_PORT'] ??= String(await freePort()));
if (isFirst) {
  const other = lockHolder(path.join(dataDir, 'helpmark.pid'));
  if (other) throw new Error(`browser tests already run in this checkout (process ${other})`);
  fs.rmSync(dataDir, { recursive: true, force: true });
  layOutContent();
}

/** The public address that pages of the tested site name; it is reached at `url`. */
export const siteUrl = 'http://help.example.com';

/** Where the browser tests find the built product. */
export const url = `http://localhost:${port}`;

const providerPort = (process.env['HELPMARK_E2E_PROVIDER_PORT'] ??= String(await freePort()));

/** The provider of single sign-on that the tested site knows; a test starts it. */
export const provider = {
  port: Number(providerPort),
  clientId: 'helpmark',
  clientSecret: 'known to nobody but these tests',
};

/** How Playwright starts it, with an empty database. */
export const webServer = {
  command: 'node src/cli/start.ts',
  cwd: root,
  env: {
    ...process.env,
    PORT: port,
    HOST: 'localhost',
    SITE_URL: siteUrl,
    DATA_DIR: dataDir,
    CONTENT_DIR: e2eContentDir,
    DATABASE_URL: '',
    OIDC_ISSUER: `http://localhost:${providerPort}`,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Acme Login',
  } as Record<string, string>,
  wait: { stdout: /^ready /m },
  stdout: 'pipe',
  timeout: 180_000,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
} as const;
