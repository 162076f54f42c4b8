import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '#src/server/processes.ts';
import { until } from '#tests/support/processes.ts';
import { type RunningSite, testSite, type TestSite } from '#tests/support/running-site.ts';

const slow = 240_000;
let site: TestSite;
let running: RunningSite;

beforeAll(async () => {
  site = await testSite({
    'en/using/first':
      '---\ntitle: First article\nredirectFrom: [/old/first, /old/first.html]\n---\n\nIt says hello.\n',
    'en/using/second': '---\ntitle: Second article\n---\n\nIt says good-bye.\n',
  });
  running = await site.start();
}, slow);

afterAll(() => site?.remove(), slow);

const get = (address: string, init: RequestInit = {}) =>
  fetch(`${running.url}${address}`, { redirect: 'manual', ...init });
const isReady = () =>
  get('/health/ready').then(
    ({ status }) => status === 200,
    () => false,
  );

function postmaster(): number {
  const file = path.join(site.dataDir, 'postgres', 'postmaster.pid');
  return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}

describe('npm start', () => {
  it('ends its words with the address', () => {
    expect(running.said().trimEnd().split('\n').at(-1)).toMatch(/^ready http:\/\/localhost:\d+$/);
  });

  it('serves pages compressed, with a name for what they hold', async () => {
    const page = await get('/articles/using/first');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = page.headers.get('etag') ?? '';
    expect(await page.text()).toContain('First article');
    const again = await get('/articles/using/first', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it('lets browsers keep for good what carries a hash in its name', async () => {
    const html = await (await get('/articles/using/first')).text();
    const [asset = ''] = /\/_astro\/[^"]+/.exec(html) ?? [];
    const { headers } = await get(asset);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['/articles/using/first/?a=1', '/articles/using/first?a=1'],
    ['/articles/using/first.html', '/articles/using/first'],
    ['/articles//using/first', '/articles/using/first'],
    ['/index.html', '/'],
    ['/old/first?q=x', '/articles/using/first?q=x'],
    ['/old/first/', '/articles/using/first'],
    ['/old/first.html', '/articles/using/first'],
  ])('sends %s to %s', async (asked, location) => {
    const { status, headers } = await get(asked);
    expect([status, headers.get('location')]).toEqual([301, location]);
  });

  it('has a page for addresses that do not exist', async () => {
    const missing = await get('/articles/using/nothing');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
  });

  it('changes nothing at an address that can only be read', async () => {
    expect((await get('/', { method: 'DELETE' })).status).toBe(405);
    const posted = await get('/articles/using/first', { method: 'POST', body: 'x' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
  });

  it('refuses a body that is too long for any form', async () => {
    const { status } = await get('/search', { method: 'POST', body: 'x'.repeat(300_000) });
    expect(status).toBe(413);
  });
});

describe('when PostgreSQL is killed', () => {
  it('pages are served all the while, and the database comes back by itself', async () => {
    process.kill(postmaster(), 'SIGKILL');
    expect((await get('/articles/using/second')).status).toBe(200);
    await until('the database is back', isReady, 30);
    expect(running.process.exitCode).toBe(null);
  });
});

describe('another start', () => {
  it('is refused while this one has the port', async () => {
    const second = await site.start();
    expect(second.process.exitCode).toBe(1);
    expect(second.said()).toMatch(/^PORT: expected a free port/m);
    expect(second.said()).not.toContain('    at ');
  });

  it('after a kill -9 uses the build and the data again', { timeout: slow }, async () => {
    const server = postmaster();
    running.process.kill('SIGKILL');
    await until('PostgreSQL has stopped too', () => !isRunning(server), 5);
    running = await site.start();
    expect(running.said()).toContain('the last build is used again');
    expect(await isReady()).toBe(true);
  });

  it('after a changed article builds again', { timeout: slow }, async () => {
    running.process.kill('SIGTERM');
    await until('it has ended', () => running.process.exitCode !== null, 10);
    expect(running.process.exitCode).toBe(0);
    site.write('en/using/second', '---\ntitle: Second article\n---\n\nIt says farewell.\n');
    running = await site.start();
    expect(await (await get('/articles/using/second')).text()).toContain('farewell');
  });

  it(
    'with a faulty article names file and line, and leaves the old build',
    { timeout: slow },
    async () => {
      running.process.kill('SIGTERM');
      await until('it has ended', () => running.process.exitCode !== null, 10);
      site.write('en/using/third', '---\ntitel: Third\n---\n\nText.\n');
      const failed = await site.start();
      expect(failed.process.exitCode).toBe(1);
      expect(failed.said()).toMatch(/^\s*articles\/en\/using\/third\.md:2: /m);
      expect(failed.said()).not.toContain('    at ');
    },
  );
});

describe('an article of the future', () => {
  it('appears at its moment in a running site', { timeout: slow }, async () => {
    const due = new Date(Date.now() + 25_000).toISOString();
    site.write('en/using/third', `---\ntitle: Third article\npublishAt: ${due}\n---\n\nNews.\n`);
    running = await site.start();
    const status = () => get('/articles/using/third').then((answer) => answer.status);
    if (Date.now() < Date.parse(due)) expect(await status()).toBe(404);
    await until('it is shown', async () => (await status()) === 200, 120);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(due));
  });
});
