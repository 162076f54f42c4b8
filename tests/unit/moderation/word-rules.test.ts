import { expect, test } from 'vitest';
import type { WordRule } from '#src/features/content/community-policy.ts';
import { metWordRules } from '#src/features/moderation/word-rules.ts';

const rules: WordRule[] = [
  { name: 'Words', words: ['casino', 'free spins', 'カジノ', 'رهان'], for: 'new' },
  { name: 'Telephone', words: [], pattern: String.raw`helpline.{0,40}\d[\d -]{7,}`, for: 'new' },
  { name: 'Key', words: [], pattern: 'BEGIN PRIVATE KEY', for: 'everyone' },
];

test.each<[text: string, names: string[]]>([
  ['The best casino of all', ['Words']],
  ['CASINO!', ['Words']],
  ['casinos and cascades', []],
  ['get Free\n  Spins here', ['Words']],
  ['ca\u200Bsi\u00ADno', ['Words']],
  ['ｃａｓｉｎｏ', ['Words']],
  ['最高のカジノです', ['Words']],
  ['موقع رهان جديد', ['Words']],
  ['call our Helpline now: +1 800 555-0100', ['Telephone']],
  ['the helpline of chapter 12', []],
  ['-----begin private key-----', ['Key']],
  ['nothing of that', []],
])('%j meets %j', (text, names) => {
  expect(metWordRules(rules, 'new', text)).toEqual(names);
});

test('known members are held to the rules for everyone, staff to none', () => {
  const text = 'casino, BEGIN PRIVATE KEY';
  expect(metWordRules(rules, 'known', text)).toEqual(['Key']);
  expect(metWordRules(rules, 'staff', text)).toEqual([]);
});

test('a pattern that makes other engines count for ever takes a moment', () => {
  const hostile: WordRule[] = [{ name: 'Slow', words: [], pattern: '(a+)+$', for: 'new' }];
  const started = performance.now();
  expect(metWordRules(hostile, 'new', `${'a'.repeat(20_000)}!`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2000);
});
