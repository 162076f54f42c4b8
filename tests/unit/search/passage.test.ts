import { expect, test } from 'vitest';
import {
  endOfTitle,
  excerptOf,
  piecesOf,
  wordsOf as wordsFor,
} from '#src/features/search/passage.ts';
import type { Piece } from '#src/features/search/passage.ts';

const shown = (pieces: Piece[]) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const wordsOf = (text: string, ...said: string[]) => wordsFor(text, said);
const at = (...places: number[]) => places.map((place) => ({ at: place, score: 1 }));
const filler = (n: number, word = 'word') => Array.from({ length: n }, () => word).join(' ');

test('neighbouring matches read as one, punctuation is not marked', () => {
  const words = wordsOf('say “hello world”, then goodbye.');
  expect(shown(piecesOf(words, 0, 5, at(1, 2, 4)))).toBe('say “[hello world]”, then [goodbye].');
});

test('of a path only the matching part is marked', () => {
  const marked = (word: string, query: string) =>
    shown(piecesOf(wordsOf(word, query), 0, 1, at(0)));
  expect(marked('./content/images/upload-path.svg', 'image')).toBe(
    './content/[images]/upload-path.svg',
  );
  expect(marked('auto-fill', 'autofill')).toBe('[auto-fill]');
  expect(marked('don’t', 'don’t')).toBe('[don’t]');
  expect(marked('e-mail', 'email')).toBe('[e-mail]');
});

test('a match that is only punctuation is not marked', () => {
  expect(shown(piecesOf(wordsOf('a — b'), 0, 3, at(1)))).toBe('a — b');
});

test('an excerpt is cut where most matches stand close together', () => {
  const words = wordsOf(`lone ${filler(80)} here are two of them ${filler(80)}`);
  const excerpt = shown(excerptOf(words, 0, words.list.length, at(0, 81, 83)));
  expect(excerpt).toContain('[here] are [two] of them');
  expect(excerpt.startsWith('… ')).toBe(true);
  expect(excerpt.endsWith(' …')).toBe(true);
  expect(excerpt.length).toBeLessThan(200);
});

test('an excerpt starts with the sentence of its match when that is near', () => {
  const words = wordsOf(`${filler(60)}. Then look into the folder. ${filler(60)}`);
  expect(shown(excerptOf(words, 0, words.list.length, at(64)))).toMatch(
    /^… Then look into the \[folder\]\./,
  );
});

test('a short text is shown whole', () => {
  const words = wordsOf('Look into the folder.');
  expect(shown(excerptOf(words, 0, 4, at(3)))).toBe('Look into the [folder].');
});

test('without a match an excerpt is the beginning', () => {
  const words = wordsOf(`Begin. ${filler(100)}`);
  expect(shown(excerptOf(words, 0, words.list.length, []))).toMatch(/^Begin\. word .* …$/);
});

test('an excerpt stays within its section', () => {
  const words = wordsOf('one two three four five six');
  expect(shown(excerptOf(words, 2, 4, at(0, 2, 5)))).toBe('… [three] four …'.slice(2, -2));
});

test('one endless word does not make an endless loop', () => {
  const words = wordsOf(`a ${'x'.repeat(1000)} b`);
  expect(shown(excerptOf(words, 1, 3, at(1)))).toContain('xxx');
});

test('a title is found in the text whatever way the index has split it', () => {
  const words = wordsOf('パス​ワード​の​再設定​. ​次');
  expect(endOfTitle(words, 0, 'パスワードの再設定')).toBe(5);
  expect(endOfTitle(wordsOf('Reset it. Now'), 0, 'Reset it')).toBe(2);
  expect(endOfTitle(wordsOf('Reset it. Now'), 0, 'Something else')).toBe(0);
});
