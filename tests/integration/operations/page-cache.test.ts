import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { followChanges, isFollowingChanges, onChange, tellChange } from '#src/server/changes.ts';
import { createLog } from '#src/server/log.ts';
import { keptUnder, PageCache } from '#src/server/page-cache.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const cache = new PageCache();
let stopFollowing: () => Promise<void>;

/** What the pages say now, how often each was made, and what making one waits for. */
let text = '';
const made: string[] = [];
let until: Promise<unknown> | undefined;
let arrived = 0;

async function render(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { url: path = '' } = request;
  made.push(path);
  const said = text;
  await until;
  const kind = path.split('?')[0]!;
  const headers: http.OutgoingHttpHeaders = { 'Content-Type': 'text/html' };
  if (kind !== '/untold') Object.assign(headers, Object.fromEntries([keptUnder('question:1')]));
  if (kind === '/cookie') headers['Set-Cookie'] = 'a=b';
  if (kind === '/picture') headers['Content-Type'] = 'image/png';
  response.writeHead(kind === '/gone' ? 410 : 200, headers);
  if (kind === '/picture') return void response.end(said);
  response.write(said.slice(0, 5));
  // As Astro does when a part of a page fails after others have been written.
  if (kind === '/half') return void response.write('sorry', () => response.destroy());
  response.end(said.slice(5));
}

const server = http.createServer((request, response) => {
  arrived += 1;
  response.setHeader('X-Always', 'yes');
  void cache.answer(request, response, (...asked) => void render(...asked));
});

/** A plain request, since `fetch` decodes and hides what it was sent. */
async function get(path: string, headers: http.OutgoingHttpHeaders = {}) {
  const { port } = server.address() as AddressInfo;
  const request = http.get({ port, host: '127.0.0.1', path, headers, agent: false });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

/** Asks for a page so often that it is kept if it may be. */
async function keep(path: string): Promise<void> {
  await get(path);
  await get(path);
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stopFollowing = followChanges(url, createLog('silent'));
  await vi.waitFor(() => expect(isFollowingChanges()).toBe(true), 5000);
});

beforeEach(() => {
  cache.clear();
  made.length = 0;
  arrived = 0;
  until = undefined;
  text = 'a page '.repeat(300);
});

afterAll(async () => {
  await stopFollowing();
  cache.close();
  server.close();
});

describe('a page that says what it shows', () => {
  test('is kept from the second time on, and says where it came from, but not its tags', async () => {
    const answers = [await get('/a'), await get('/a'), await get('/a')];
    expect(made).toEqual(['/a', '/a']);
    expect(answers.map(({ headers }) => headers['cache-status'])).toEqual([
      'helpmark; fwd=miss',
      'helpmark; fwd=miss; stored',
      'helpmark; hit',
    ]);
    for (const { headers, body } of answers) {
      expect(body.toString()).toBe(text);
      expect(headers).toMatchObject({ 'x-always': 'yes', vary: 'Accept-Encoding' });
      expect(headers).not.toHaveProperty('cache-tag');
      expect(headers['content-length']).toBe(String(text.length));
    }
  });

  test('is kept however many are asked for only once', async () => {
    text = 'a page '.repeat(5000);
    await keep('/a');
    for (let page = 0; page < 1000; page += 1) await get(`/a?after=${page}`);
    expect((await get('/a')).headers['cache-status']).toBe('helpmark; hit');
  });

  test('is made once when many ask at the same moment', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    until = promise;
    const asked = Array.from({ length: 20 }, () => get('/a'));
    await vi.waitFor(() => expect(arrived).toBe(20));
    resolve();
    const all = await Promise.all(asked);
    expect(made).toEqual(['/a']);
    expect(new Set(all.map(({ body }) => body.toString()))).toEqual(new Set([text]));
  });

  test('is another one for another query', async () => {
    await get('/a');
    await get('/a?order=newest');
    expect(made).toEqual(['/a', '/a?order=newest']);
  });

  test('is sent compressed to whoever takes that', async () => {
    for (const from of ['made', 'stored', 'kept']) {
      const { headers, body } = await get('/a', { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding'], from).toBe('br');
      expect(brotliDecompressSync(body).toString()).toBe(text);
    }
    const { headers, body } = await get('/a', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(text);
  });

  test('is not sent again to whoever has it', async () => {
    const { headers } = await get('/a');
    const again = await get('/a', { 'if-none-match': headers.etag });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    text = text.toUpperCase();
    cache.clear();
    expect((await get('/a', { 'if-none-match': headers.etag })).status).toBe(200);
  });
});

test('a page that fails half-way is answered, and nothing of it is sent or kept', async () => {
  for (const cookie of ['', 'session=somebody']) {
    const { status, body } = await get('/half', { cookie });
    expect([status, body.toString()]).toEqual([500, 'internal error\n']);
  }
  expect(made).toEqual(['/half', '/half']);
});

describe('a change', () => {
  const changes = async (tag: string) => {
    text = 'changed '.repeat(200);
    const heard = new Promise<void>((resolve) => {
      const stop = onChange((change) => {
        if (!change.includes(tag)) return;
        stop();
        resolve();
      });
    });
    await tellChange(db, [tag]);
    await heard;
  };

  test('that a page shows has it made anew', async () => {
    await keep('/a');
    await changes('question:1');
    expect((await get('/a')).body.toString()).toBe(text);
  });

  test('of something else leaves it', async () => {
    await keep('/a');
    await changes('question:11');
    await get('/a');
    expect(made).toEqual(['/a', '/a']);
  });

  test('while a page is made keeps that one from being kept', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    until = promise;
    const before = get('/a');
    await vi.waitFor(() => expect(made).toHaveLength(1));
    await changes('question:1');
    // Who comes after the change does not get what was begun before it.
    until = undefined;
    expect((await get('/a')).body.toString()).toBe(text);
    resolve();
    expect((await before).body.toString()).not.toBe(text);
    expect((await get('/a')).body.toString()).toBe(text);
  });

  test('reaches those too that were pushed out by the many being made at once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await get('/a');
    until = promise;
    const before = get('/a');
    const others = Array.from({ length: 1000 }, (_, number) => get(`/other?${number}`));
    await vi.waitFor(() => expect(made).toHaveLength(1002), 10_000);
    await changes('question:1');
    until = undefined;
    resolve();
    await Promise.all([before, ...others]);
    expect((await get('/a')).body.toString()).toBe(text);
  });
});

describe('nothing is kept', () => {
  test.each([['/untold'], ['/cookie'], ['/gone'], ['/picture']])('of %s', async (path) => {
    const first = await get(path);
    await keep(path);
    expect(first.body.toString()).toBe(text);
    expect(first.headers['x-always']).toBe('yes');
    expect(made).toHaveLength(3);
  });

  test.each([[{ cookie: 'a=b; session=token' }], [{ authorization: 'Bearer token' }]])(
    'for whoever sends %o, nor sent to them',
    async (headers) => {
      await keep('/a');
      const own = await get('/a', headers);
      expect(own.headers).not.toHaveProperty('cache-status');
      expect(own.headers).not.toHaveProperty('cache-tag');
      await get('/a', headers);
      expect(made).toHaveLength(4);
    },
  );

  test('while changes cannot be heard', async () => {
    await keep('/a');
    await stopFollowing();
    await get('/a');
    await get('/a');
    expect(made).toHaveLength(4);
    stopFollowing = followChanges(url, createLog('silent'));
    await vi.waitFor(() => expect(isFollowingChanges()).toBe(true), 5000);
  });
});

test('whoever waits for one who goes away gets an answer', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  until = promise;
  const { port } = server.address() as AddressInfo;
  const gone = http
    .get({ port, host: '127.0.0.1', path: '/a', agent: false })
    .on('error', () => {});
  await vi.waitFor(() => expect(made).toHaveLength(1));
  const waiting = get('/a');
  gone.destroy();
  resolve();
  expect((await waiting).body.toString()).toBe(text);
});
