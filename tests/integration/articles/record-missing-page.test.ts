import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { recordMissingPage } from '#src/features/articles/record-missing-page.ts';
import { TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-20T12:00:00Z');
const reader = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
let networks = 0;

beforeEach(async () => void (await db.deleteFrom('missing_pages').execute()));

function ask(
  path: string,
  headers: Record<string, string> = {},
  network = `net-${(networks += 1)}`,
) {
  return recordMissingPage(
    db,
    { path, headers: new Headers({ ...reader, ...headers }), network },
    now,
  );
}

const recorded = () =>
  db
    .selectFrom('missing_pages')
    .select(['path', 'referrer', 'count'])
    .orderBy('path')
    .orderBy('referrer')
    .execute();

test('a missing address is counted with the site that led there', async () => {
  await ask('/old/login', { referer: 'https://forum.example.com/thread?user=me' });
  await ask('/old/login', { referer: 'https://forum.example.com/other' });
  await ask('/old/login');
  expect(await recorded()).toEqual([
    { path: '/old/login', referrer: '', count: 1 },
    { path: '/old/login', referrer: 'forum.example.com', count: 2 },
  ]);
});

test.each([
  ['a bot', '/old/login', { 'user-agent': 'Googlebot/2.1' }],
  ['a probe', '/wp-login.php', {}],
  ['who asks not to be counted', '/old/login', { 'sec-gpc': '1' }],
  ['an endless path', `/${'x'.repeat(400)}`, {}],
])('%s is left out', async (_, path, headers) => {
  await ask(path, headers);
  expect(await recorded()).toEqual([]);
});

test('an address that keeps missing is not counted any more', async () => {
  for (let n = 0; n < 30; n += 1) await ask(`/made-up/${n}`, {}, 'one-network');
  await expect(ask('/made-up/30', {}, 'one-network')).rejects.toThrow(TooMany);
  expect(await recorded()).toHaveLength(30);
});

test('a full table makes room by what was seen least and longest ago', async () => {
  await sql`
    INSERT INTO missing_pages (path, referrer, count, first_seen_at, last_seen_at)
    SELECT '/filler/' || n, '', 2, ${now}::timestamptz, ${now}::timestamptz - n * interval '1 minute'
    FROM generate_series(1, 10000) AS n
  `.execute(db);
  await ask('/real');
  const paths = (await recorded()).map(({ path }) => path);
  expect(paths).toHaveLength(10_000);
  expect(paths).toContain('/real');
  expect(paths).not.toContain('/filler/10000');
});
