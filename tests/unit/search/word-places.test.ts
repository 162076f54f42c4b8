import { expect, test } from 'vitest';
import { loadLanguage } from '#src/features/search/language.ts';
import { wordPlaces } from '#src/features/search/word-places.ts';

async function marked(locale: string, text: string, terms: string[]): Promise<string[]> {
  const language = await loadLanguage(locale, []);
  return wordPlaces(text, new Set(terms), language).map(({ start, end }) => text.slice(start, end));
}

test('words are found by their stem, in any letters, each whole', async () => {
  const text = 'Snippets: a snippet’s text, SNIPPETS, nosnippet.';
  expect(await marked('en', text, ['snippet'])).toEqual(['Snippets', 'snippet’s', 'SNIPPETS']);
});

test('accents may be missing on either side', async () => {
  expect(await marked('de', 'Die Übersicht über Gebühren', ['gebuhr'])).toEqual(['Gebühren']);
  expect(await marked('ar', 'كيف أبحثُ عن البحث؟', ['بحث'])).not.toEqual([]);
});

test('a word with signs in it is found whole, and by its parts', async () => {
  const text = 'Send an e-mail from duck.ai, two_factor.';
  expect(await marked('en', text, ['email'])).toEqual(['e-mail']);
  expect(await marked('en', text, ['duck.ai'])).toEqual(['duck.ai']);
  expect(await marked('en', text, ['factor'])).toEqual(['two_factor']);
});

test.each([
  ['what goes on is one place', '詳しい検索結果を見る', ['検索', '索結', '結果'], ['検索結果']],
  ['one word of several', '検索の設定', ['検索', '索結', '結果'], ['検索']],
  [
    'a piece of a longer word says nothing',
    'ブラウザーとユーザー',
    ['ユー', 'ーザ', 'ザー'],
    ['ユーザー'],
  ],
  ['a short word of kana', 'メモを書く', ['メモ'], ['メモ']],
  ['beside Latin letters', 'PDFの書き出し', ['pdf', '書き'], ['PDF', '書き']],
  ['letters of half the width', 'ﾃｽﾄと検索', ['検索'], ['検索']],
  ['one sign', '木 の 家', ['木'], ['木']],
])('without spaces: %s', async (_, text, terms, expected) => {
  expect(await marked('ja', text, terms)).toEqual(expected);
});

test('letters outside the basic plane keep their places', async () => {
  expect(await marked('ja', '𠮷野家で𠮷野家', ['𠮷野', '野家'])).toEqual(['𠮷野家', '𠮷野家']);
  expect(await marked('en', '😀 snippets', ['snippet'])).toEqual(['snippets']);
});
