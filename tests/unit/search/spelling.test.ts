import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctSpelling } from '#src/features/search/spelling.ts';

const site = new Map(
  Object.entries({ password: 9, passwords: 0, change: 5, chance: 5, export: 2, expert: 8, cat: 3 }),
);

test.each([
  ['pasword', 'password'],
  ['passwrod', 'password'],
  ['chnage', 'change'],
  ['exprot', 'export'],
  // Both are one slip away; the more frequent word is meant.
  ['exxert', 'expert'],
])('%s is %s', (typed, meant) => {
  expect(correctSpelling(typed, site)).toBe(meant);
});

test.each([['car'], ['pa55word'], ['invoice'], ['chanting']])('%s stays', (typed) => {
  expect(correctSpelling(typed, site)).toBeUndefined();
});

test('a word that the site has is never changed', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (list) => {
      const vocabulary = new Map(list.map((one) => [one, 1]));
      for (const one of list) expect(correctSpelling(one, vocabulary)).toBeUndefined();
    }),
  );
});

test('which word is meant does not hang on the order of the vocabulary', () => {
  const backwards = new Map([...site].reverse());
  for (const typed of ['exxert', 'chanke', 'pasword']) {
    expect(correctSpelling(typed, backwards)).toBe(correctSpelling(typed, site));
  }
});
