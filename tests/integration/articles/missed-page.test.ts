import { expect, test } from 'vitest';
import { missedPage } from '#src/features/articles/missed-page.ts';
import { TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const reader = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
let networks = 0;

const ask = (
  path: string,
  headers: Record<string, string> = {},
  network = `net-${(networks += 1)}`,
) => missedPage(db, { path, headers: new Headers({ ...reader, ...headers }), network });

test('a missing address is told with the site that led there, and no more of it', async () => {
  expect(await ask('/old/login', { referer: 'https://forum.example.com/thread?user=me' })).toEqual({
    path: '/old/login',
    referrer: 'forum.example.com',
  });
  expect(await ask('/old/login')).toEqual({ path: '/old/login', referrer: '' });
});

test.each([
  ['a bot', '/old/login', { 'user-agent': 'Googlebot/2.1' }],
  ['a probe', '/wp-login.php', {}],
  ['who asks not to be counted', '/old/login', { 'sec-gpc': '1' }],
  ['an endless path', `/${'x'.repeat(400)}`, {}],
])('%s is left out', async (_, path, headers) => {
  expect(await ask(path, headers)).toBeUndefined();
});

test('an address that keeps missing is not counted any more', async () => {
  for (let n = 0; n < 30; n += 1) await ask(`/made-up/${n}`, {}, 'one-network');
  await expect(ask('/made-up/30', {}, 'one-network')).rejects.toThrow(TooMany);
});
