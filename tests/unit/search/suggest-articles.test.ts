import { expect, test } from 'vitest';
import type { SearchAnswer } from '#src/features/search/query.ts';
import { suggestArticles } from '#src/features/search/suggest-articles.ts';

/** A search in which each query finds the listed addresses. */
function search(finds: Record<string, string[]>, marks: Record<string, string> = {}) {
  const asked: string[] = [];
  const find = async (query: string): Promise<SearchAnswer> => {
    asked.push(query);
    const articles = (finds[query] ?? []).map((url) => ({
      url,
      title: marks[url] ? [{ text: marks[url], mark: true }] : [],
      category: undefined,
      excerpt: [],
      sections: [],
    }));
    const total = articles.length;
    const quality = total > 0 ? 'good' : 'none';
    return { query, category: undefined, total, from: 0, articles, quality, categories: [] };
  };
  return {
    asked,
    urls: async (words: string[]) => (await suggestArticles(find, words)).map(({ url }) => url),
  };
}

test('articles with all the words come first, then those with the most', async () => {
  const { urls } = search({
    'reset pasword account': [],
    reset: ['/device', '/password'],
    pasword: [],
    account: ['/delete', '/password'],
  });
  expect(await urls(['reset', 'pasword', 'account'])).toEqual(['/password', '/device', '/delete']);
});

test('a rare word says more than a common one', async () => {
  const many = Array.from({ length: 9 }, (_, i) => `/${i}`);
  const { urls } = search({ 'common rare': [], common: many, rare: ['/rare'] });
  expect((await urls(['common', 'rare']))[0]).toBe('/rare');
});

test('an article is suggested once', async () => {
  const { urls } = search({ 'a b': ['/both'], a: ['/both', '/a'], b: ['/both'] });
  expect(await urls(['a', 'b'])).toEqual(['/both', '/a']);
});

test('enough articles with all the words need no further search', async () => {
  const { urls, asked } = search({ 'a b': ['/1', '/2', '/3', '/4', '/5', '/6'] });
  expect(await urls(['a', 'b'])).toHaveLength(5);
  expect(asked).toEqual(['a b']);
});

test('an article that was found by next to nothing is left out', async () => {
  const { urls } = search(
    { passwort: ['/password', '/paste'] },
    { '/password': 'Passwords', '/paste': 'Pasting' },
  );
  expect(await urls(['passwort'])).toEqual(['/password']);
});

test('without words nothing is asked', async () => {
  const { urls, asked } = search({});
  expect(await urls([])).toEqual([]);
  expect(asked).toEqual([]);
});
