import { expect, test } from 'vitest';
import {
  askPath,
  questionSearchPath,
  readSearchAddress,
  searchPath,
} from '#src/features/search/search-address.ts';

const read = (search: string) => readSearchAddress(new URLSearchParams(search));
const site = { defaultLocale: 'en' };

const usual = {
  category: undefined,
  state: 'any',
  isEveryLanguage: false,
  isVerbatim: false,
  page: 1,
} as const;

test('an address says what was searched for, where, and which page', () => {
  expect(
    read('q=+two++words&category=using&state=solved&languages=all&spelling=kept&page=3'),
  ).toEqual({
    query: 'two words',
    category: 'using',
    state: 'solved',
    isEveryLanguage: true,
    isVerbatim: true,
    page: 3,
  });
  expect(read('')).toEqual({ ...usual, query: '' });
  expect(read('state=odd&languages=en')).toEqual({ ...usual, query: '' });
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
    ...usual,
    query: '検索 & co',
    category: 'using',
    page: 2,
  });
});

test('there is an address for questions only, and one to ask what nobody has asked', () => {
  const wanted = {
    query: 'a',
    category: 'using',
    state: 'unsolved',
    isEveryLanguage: true,
  } as const;
  const path = questionSearchPath(site, 'de', wanted);
  expect(path).toBe('/de/community/search?q=a&category=using&state=unsolved&languages=all');
  expect(read(path.split('?')[1] ?? '')).toEqual({ ...usual, ...wanted });
  expect(askPath(site, 'en', 'a & b')).toBe('/community/ask?title=a+%26+b&searched=a+%26+b');
});
