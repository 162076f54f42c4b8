import { describe, expect, test } from 'vitest';
import { continuesSeries, wordsOf } from '#src/features/feedback/series.ts';

const hundred = Array.from({ length: 100 }, (_, index) => `word${index}`);
const exchanged = (count: number) =>
  hundred.map((word, index) => (index < count ? `new${index}` : word));

describe('words of a body', () => {
  test('are what stands between marks and punctuation', () => {
    expect(wordsOf('## Press **Save**, then [close](../a/b.md).')).toEqual([
      'Press',
      'Save',
      'then',
      'close',
      'a',
      'b',
      'md',
    ]);
  });

  test('keep accents and digits, in whatever form they were typed', () => {
    expect(wordsOf('Cafe\u0301 über 10')).toEqual(['Café', 'über', '10']);
  });

  test('are single characters where nobody writes spaces', () => {
    expect(wordsOf('設定を開く')).toEqual(['設', '定', 'を', '開', 'く']);
  });

  test('keep the vowel marks of Arabic inside the word', () => {
    expect(wordsOf('يُرجى الحفظ')).toHaveLength(2);
  });
});

describe('an edit continues the series', () => {
  test.each([
    ['that changes nothing', hundred, hundred, true],
    ['that exchanges 4 of 100 words', hundred, exchanged(4), true],
    ['that exchanges 5 of 100 words', hundred, exchanged(5), false],
    ['that deletes 4 of 100 words', hundred, hundred.slice(4), true],
    ['that deletes 5 of 100 words', hundred, hundred.slice(5), false],
    ['that adds 5 words to 100', hundred, [...hundred, 'a', 'b', 'c', 'd', 'e'], true],
    ['that adds 6 words to 100', hundred, [...hundred, 'a', 'b', 'c', 'd', 'e', 'f'], false],
    [
      'that moves 10 words to the end',
      hundred,
      [...hundred.slice(10), ...hundred.slice(0, 10)],
      false,
    ],
    ['of an empty text into an empty text', [], [], true],
    ['of an empty text into one word', [], ['word'], false],
    ['that exchanges the only word', ['old'], ['new'], false],
  ])('%s', (_, before, after, expected) => {
    expect(continuesSeries(before, after)).toBe(expected);
    expect(continuesSeries(after, before)).toBe(expected);
  });

  test('is decided within reason for long texts that have nothing, or only the order not, in common', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const other = long.map((word) => `b${word}`);
    const shuffled = long.toReversed();
    const began = performance.now();
    expect(continuesSeries(long, other)).toBe(false);
    expect(continuesSeries(long, shuffled)).toBe(false);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
