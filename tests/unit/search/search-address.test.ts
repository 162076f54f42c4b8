import { expect, test } from 'vitest';
import { readSearchAddress, searchPath } from '#src/features/search/search-address.ts';

const read = (search: string) => readSearchAddress(new URLSearchParams(search));
const site = { defaultLocale: 'en' };

test('an address says what was searched for, where, and which page', () => {
  expect(read('q=+two++words&category=using&page=3')).toEqual({
    query: 'two words',
    category: 'using',
    page: 3,
  });
  expect(read('')).toEqual({ query: '', category: undefined, page: 1 });
});

test.each(['0', '-1', '1.5', 'x', '', '501', '1e9', 'Infinity'])(
  'the page %j is the first',
  (page) => {
    expect(read(`q=a&page=${page}`).page).toBe(1);
  },
);

test('an address is as short as it can be, and reads back', () => {
  expect(searchPath(site, 'en', { query: 'a b', page: 1 })).toBe('/search?q=a+b');
  const path = searchPath(site, 'ja', { query: '検索 & co', category: 'using', page: 2 });
  expect(path.startsWith('/ja/search?')).toBe(true);
  expect(read(path.split('?')[1] ?? '')).toEqual({
    query: '検索 & co',
    category: 'using',
    page: 2,
  });
});
