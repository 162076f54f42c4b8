import { expect, test } from 'vitest';
import { lastSearch } from '#src/features/community/last-search.ts';

const origin = 'https://help.example.com';
const page = (url: string, state?: unknown) => ({ url: `${origin}${url}`, getState: () => state });

test('the page before tells what was searched for', () => {
  expect(lastSearch(`${origin}/search?q=lost+mail`, origin, [])).toBe('lost mail');
  expect(lastSearch(`${origin}/de/search?q=x`, origin, [])).toBe('x');
  for (const none of ['', `${origin}/search`, `${origin}/search?q=+`, `${origin}/research?q=x`]) {
    expect(lastSearch(none, origin, [])).toBeUndefined();
  }
  expect(lastSearch('https://elsewhere.test/search?q=x', origin, [])).toBeUndefined();
});

test('of the pages of this tab the latest counts, results and the search box alike', () => {
  const visited = [page('/search?q=first'), page('/articles/a/b'), page('/articles/a/c')];
  expect(lastSearch('', origin, visited)).toBe('first');
  const withBox = [page('/search?q=first'), page('/articles/a/b', { searched: 'second' })];
  expect(lastSearch('', origin, withBox)).toBe('second');
  expect(lastSearch(`${origin}/search?q=older`, origin, withBox)).toBe('second');
});
