import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  clearSearches,
  dropSearch,
  keepSearch,
  recentSearches,
} from '#src/features/search/recent-searches.client.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the newest stands first, each once, whatever its letters', () => {
  for (const query of ['reset', 'Invite team', 'RESET', '']) keepSearch(query);
  expect(recentSearches()).toEqual(['RESET', 'Invite team']);
});

test('eight are kept', () => {
  for (let at = 1; at <= 12; at += 1) keepSearch(`query ${at}`);
  expect(recentSearches()).toHaveLength(8);
  expect(recentSearches()[0]).toBe('query 12');
  expect(recentSearches().at(-1)).toBe('query 5');
});

test('one can be dropped, and all; then nothing is left in the store', () => {
  for (const query of ['a', 'b', 'c']) keepSearch(query);
  dropSearch('B');
  expect(recentSearches()).toEqual(['c', 'a']);
  clearSearches();
  expect(recentSearches()).toEqual([]);
  expect(localStorage.key(0)).toBeNull();
});

test.each(['{', '"text"', '{"a":1}', '[1,null,"good"]'])('what others put there: %s', (text) => {
  localStorage.setItem('recent-searches', text);
  expect(recentSearches()).toEqual(text.includes('good') ? ['good'] : []);
  keepSearch('next');
  expect(recentSearches()[0]).toBe('next');
});

test('where the browser refuses to store, nothing is kept and nothing breaks', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSearch('reset');
  dropSearch('reset');
  clearSearches();
  expect(recentSearches()).toEqual([]);
});
