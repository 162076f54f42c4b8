import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAnswer, type SearchedArticles } from '#src/features/search/answer-quality.ts';
import { lightWords } from '#src/features/search/light-words.ts';

type Asked = Parameters<typeof judgeAnswer>[0];

/** A small help center: of each term the sections that have it, and how strongly. */
const POSTINGS: Record<string, [number, number][]> = {
  // 1 is about the password, in its heading; 2 about invoices.
  password: [[1, 6]],
  forgot: [[1, 4]],
  wifi: [[1, 4]],
  invoice: [[2, 6]],
  export: [[2, 4]],
  spreadsheet: [[2, 1]],
  print: [[3, 1]],
  sign: [[4, 5]],
  cookie: [[5, 3]],
  account: [
    [1, 1],
    [4, 2],
    [6, 4],
  ],
  new: [
    [2, 1],
    [6, 2],
  ],
};

const light = lightWords('en');
const small: SearchedArticles = {
  sectionsWith: (term) => POSTINGS[term] ?? [],
  isLight: (word) => light.has(word),
};

/** A query of these words, as typed or as `typed>corrected`; no stems, no synonyms. */
function asked(...words: string[]): Asked {
  const read = words.map((one) => one.split('>') as [string, string?]);
  return {
    wanted: read.map(([typed, meant = typed]) => ({
      said: meant,
      as: [{ term: meant, weight: 1 }],
      weight: 1,
      isExtra: false,
    })),
    corrected: read.flatMap(([from, to]) => (to === undefined ? [] : [{ from, to }])),
  };
}

const quality = (...words: string[]) => judgeAnswer(asked(...words), small).quality;

describe('what is told of a query', () => {
  test.each([
    ['a section is about', ['forgot', 'password'], 'good'],
    ['a section is about, with a word more', ['export', 'invoice', 'vat'], 'good'],
    ['a section is about, with two words more', ['export', 'invoice', 'vat', 'paris'], 'partial'],
    ['has two words of which no section has both', ['password', 'invoice'], 'none'],
    ['only one of two words is known', ['print', 'ink'], 'none'],
    ['only one of three words is known', ['password', 'hotel', 'booking'], 'none'],
    ['no word is known', ['battery', 'drains', 'overnight'], 'none'],
  ])('that %s', (_, words, wanted) => {
    expect(quality(...words)).toBe(wanted);
  });

  test('is that nothing answers when it has no words or the site has none of them', () => {
    expect(quality()).toBe('none');
    expect(judgeAnswer(asked('password'), { ...small, sectionsWith: () => [] }).quality).toBe(
      'none',
    );
  });

  test('is never nothing for one word that stands here as it was typed', () => {
    expect(quality('spreadsheet')).toBe('partial');
    expect(quality('spreadsheat>spreadsheet')).toBe('none');
  });
});

test('no length makes an answer of words that stand nowhere', () => {
  const unknown = Array.from({ length: 60 }, (_, at) => `zz${at}`);
  expect(quality(...unknown.slice(0, 22))).toBe('none');
  expect(quality(...unknown)).toBe('none');
  expect(quality(...unknown, 'print')).toBe('none');
});

test('a site of any size can be judged', () => {
  const everywhere = Array.from({ length: 200_000 }, (_, at): [number, number] => [at, 6]);
  const large = { ...small, sectionsWith: () => everywhere };
  expect(judgeAnswer(asked('password'), large).quality).toBe('good');
});

test('a word that tells little neither makes an answer nor is missed', () => {
  expect(quality('new', 'hotel', 'booking')).toBe('none');
  expect(quality('forgot', 'password', 'yesterday')).toBe('good');
  expect(quality('forgot', 'password', 'carpet', 'hotel')).not.toBe('good');
});

test('a correction is believed when one of both has six letters and the first is right', () => {
  expect(quality('pasword>password', 'forgot')).toBe('good');
  expect(quality('forgt>forgot', 'password')).toBe('good');
  expect(quality('wife>wifi', 'password')).toBe('none');
  expect(quality('rassword>password', 'forgot')).toBe('none');
});

test('what stands for several words together stands for each of them', () => {
  const words = asked('log', 'in');
  const split = words.wanted.map((one) => ({ ...one, weight: 0.4 }));
  const run = {
    said: 'log in',
    as: [{ term: 'sign', weight: 0.8 }],
    weight: 1,
    isExtra: true,
  };
  expect(judgeAnswer({ ...words, wanted: split }, small).quality).toBe('none');
  expect(judgeAnswer({ ...words, wanted: [...split, run] }, small).quality).not.toBe('none');
});

test('another word that the site knows never makes an answer worse when it stands in the same section', () => {
  const order = ['none', 'partial', 'good'];
  fc.assert(
    fc.property(fc.subarray(['forgot', 'account', 'vat', 'ink'], { minLength: 1 }), (words) => {
      const without = order.indexOf(
        quality('password', ...words.filter((one) => one !== 'forgot')),
      );
      const withIt = order.indexOf(
        quality('password', 'forgot', ...words.filter((one) => one !== 'forgot')),
      );
      expect(withIt).toBeGreaterThanOrEqual(without);
    }),
  );
});

test('words tell little in the language that they belong to', () => {
  expect(lightWords('en-GB').has('yesterday')).toBe(true);
  expect(lightWords('de').size).toBe(0);
  for (const word of ['password', 'delete', 'invoice', 'name', 'phone', 'call']) {
    expect(light.has(word)).toBe(false);
  }
});
