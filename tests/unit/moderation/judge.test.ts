import { expect, test } from 'vitest';
import { reasonsToHold, textHash, type TextFacts } from '#src/features/moderation/judge.ts';

const plain: TextFacts = {
  trust: 'new',
  isFirstDay: true,
  links: 0,
  wordRules: [],
  isCopied: false,
  isSpread: false,
};
const known = { ...plain, trust: 'known' } as const;

test.each<[facts: TextFacts, reasons: string[]]>([
  [plain, []],
  [{ ...plain, links: 1 }, ['links']],
  [{ ...plain, isFirstDay: false, links: 1 }, ['links']],
  [{ ...known, links: 2 }, []],
  [{ ...known, links: 3 }, ['links']],
  [{ ...known, isFirstDay: false, links: 30 }, []],
  [{ ...plain, wordRules: ['Betting'] }, ['word:Betting']],
  [{ ...known, wordRules: ['A key'] }, ['word:A key']],
  [{ ...plain, isCopied: true }, ['copied']],
  [{ ...known, isCopied: true }, []],
  [{ ...known, isFirstDay: false, links: 1, isSpread: true }, ['spread']],
  [
    { ...plain, links: 1, wordRules: ['A'], isCopied: true, isSpread: true },
    ['links', 'word:A', 'copied', 'spread'],
  ],
])('%j waits for %j', (facts, reasons) => {
  expect(reasonsToHold(facts)).toEqual(reasons);
  expect(reasonsToHold({ ...facts, trust: 'staff' })).toEqual([]);
});

test('a text is the same whatever its capitals, spaces and signs, and a short one is no text', () => {
  const long = 'Buy our wonderful watches today, they are cheaper than anywhere else. '.repeat(2);
  expect(textHash(long)).toBe(textHash(long.toUpperCase().replaceAll(' ', '\n * ')));
  expect(textHash(long)).not.toBe(textHash(`${long} Really.`));
  expect(textHash('How do I reset my password?')).toBeUndefined();
  expect(textHash('日本語の長い文章です。'.repeat(10))).not.toBe(
    textHash('別の言葉の文章でした。'.repeat(10)),
  );
});
