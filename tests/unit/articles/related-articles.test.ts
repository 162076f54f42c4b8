import { expect, test } from 'vitest';
import type { Article } from '#src/features/content/article.ts';
import { relatedArticles } from '#src/features/articles/related-articles.ts';

const made = (slug: string, body: string, more: Partial<Article> = {}) =>
  ({
    locale: 'en',
    category: 'a',
    slug,
    title: slug,
    tags: [],
    keywords: [],
    body,
    ...more,
  }) as unknown as Article;

test('articles that share telling words are alike, the closest first', () => {
  const cats = made('cats', 'whiskers purring milk basket');
  const kittens = made('kittens', 'whiskers purring milk ball');
  const dogs = made('dogs', 'barking basket lead');
  const cars = made('cars', 'engine wheels petrol');
  const alike = relatedArticles([cats, kittens, dogs, cars]);
  expect(alike(cats)).toEqual(['a/kittens', 'a/dogs']);
  expect(alike(cars)).toEqual([]);
});

test('a word that every article has tells nothing', () => {
  const alike = relatedArticles([made('x', 'common alpha'), made('y', 'common beta')]);
  expect(alike(made('x', 'common alpha'))).toEqual([]);
});

test('titles, tags and keywords weigh more than the text', () => {
  const asked = made('asked', 'alpha beta', { title: 'Passwords' });
  const titled = made('titled', 'other words here', { title: 'Passwords reset' });
  const mentioned = made('mentioned', 'passwords among many other things that it says about life');
  const rest = made('rest', 'unrelated');
  const alike = relatedArticles([asked, mentioned, titled, rest]);
  expect(alike(asked)[0]).toBe('a/titled');
});

test('articles are compared within a language', () => {
  const one = made('one', 'whiskers purring');
  const two = made('two', 'whiskers purring', { locale: 'de' });
  const rest = made('rest', 'nothing');
  expect(relatedArticles([one, two, rest])(one)).toEqual([]);
});

test('languages without spaces are compared by their words', () => {
  const search = made('search', '検索の言葉を入力します。', { locale: 'ja', title: '検索' });
  const results = made('results', '検索の結果が並びます。', { locale: 'ja', title: '結果' });
  const colour = made('colour', '画面の色を変えます。', { locale: 'ja', title: '色' });
  expect(relatedArticles([search, results, colour])(search)).toEqual(['a/results']);
});

test('the same articles give the same answer in any order of reading', () => {
  const all = ['red green', 'green blue', 'blue red', 'red white'].map((body, at) =>
    made(`n${at}`, body),
  );
  const forth = relatedArticles(all);
  expect(relatedArticles([...all]).call(undefined, all[0] as Article)).toEqual(
    forth(all[0] as Article),
  );
});

test('an article that was not among them has nothing alike', () => {
  expect(relatedArticles([])(made('x', 'text'))).toEqual([]);
});
