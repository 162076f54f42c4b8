import { expect, test } from 'vitest';
import { wordsIn } from '#src/features/search/query-words.ts';

const words = (text: string) => wordsIn(text).map(({ word }) => word);

test('words come in small letters and without signs around them', () => {
  expect(words('How do I «Log in»?')).toEqual(['how', 'do', 'i', 'log', 'in']);
  expect(words("can't, can’t; cant")).toEqual(['cant', 'cant', 'cant']);
  expect(words('')).toEqual([]);
  expect(words('… — !')).toEqual([]);
});

test('a word with signs in it is one, and its parts', () => {
  expect(wordsIn('e-mail help.example.com two_factor')).toEqual([
    { word: 'email', parts: ['e', 'mail'] },
    { word: 'help.example.com', parts: ['help', 'example', 'com'] },
    { word: 'two.factor', parts: ['two', 'factor'] },
  ]);
});

test.each([
  ['検索', ['検索']],
  ['記事を検索', ['記事', '事を', 'を検', '検索']],
  ['PDFの書き出し', ['pdf', 'の書', '書き', 'き出', '出し']],
  ['ค้นหา', ['ค้', '้น', 'นห', 'หา']],
  ['木', ['木']],
])('where no spaces are written, two signs are a word: %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('whole letters of other widths and forms are the same', () => {
  expect(words('ＡＰＩ ﬁle')).toEqual(['api', 'file']);
});
