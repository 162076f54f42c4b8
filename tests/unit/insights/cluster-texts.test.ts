import { expect, test } from 'vitest';
import { clusterTexts } from '#src/features/insights/cluster-texts.ts';

const text = (words: string, people = 1, ledTo: string[] = [], locale = 'en') => ({
  text: words,
  locale,
  people,
  ledTo,
});

const together = (...texts: ReturnType<typeof text>[]) =>
  clusterTexts(texts).map((cluster) => cluster.texts.map((one) => one.text));

test('queries that mean the same stand together, however it is said that it fails', () => {
  expect(
    together(
      text('cant log in', 5),
      text('login broken', 3),
      text('login does not work', 2),
      text('export invoices', 4),
      text('invoice export failed', 1),
      text('dark mode', 1),
    ),
  ).toEqual([
    ['cant log in', 'login broken', 'login does not work'],
    ['export invoices', 'invoice export failed'],
    ['dark mode'],
  ]);
});

test('what led to the same article is about the same, in whatever words', () => {
  expect(together(text('sign in', 3, ['article 7']), text('kennwort', 1, ['article 7']))).toEqual([
    ['sign in', 'kennwort'],
  ]);
  expect(together(text('sign in', 3), text('kennwort', 1))).toHaveLength(2);
});

test('one common word does not join what is about different things', () => {
  expect(
    together(
      text('delete account', 5),
      text('change account picture', 4),
      text('account language', 3),
      text('account number', 2),
      text('delete my account', 1),
    ),
  ).toEqual([
    ['delete account', 'delete my account'],
    ['change account picture'],
    ['account language'],
    ['account number'],
  ]);
});

test('a question stands with the query of which it says all, and more', () => {
  expect(together(text('Login page broken after the update', 5), text('cant log in', 2))).toEqual([
    ['Login page broken after the update', 'cant log in'],
  ]);
});

test('languages are kept apart, and scripts without spaces are cut into words', () => {
  expect(
    together(
      text('export', 2),
      text('export', 1, [], 'de'),
      text('請求書をエクスポートできない', 3, [], 'ja'),
      text('請求書 エクスポート', 1, [], 'ja'),
    ),
  ).toEqual([['請求書をエクスポートできない', '請求書 エクスポート'], ['export'], ['export']]);
});

test('texts without a word that says anything stand alone', () => {
  expect(together(text('help', 2), text('please', 1), text('???', 1))).toHaveLength(3);
});

test('people are added up, and the order is theirs', () => {
  expect(clusterTexts([text('export', 2), text('exports', 2), text('invoice', 3)])).toMatchObject([
    { people: 4, locale: 'en' },
    { people: 3 },
  ]);
});
