import { expect, test } from 'vitest';
import { quoted, quoteWanted } from '#src/features/community/quote.ts';

test('a quote is marked line by line and says whose words it has', () => {
  expect(quoted('One\n\nTwo\n', 'bo')).toBe('> One\n>\n> Two\n>\n> — @bo\n\n');
  expect(quoted('One', '')).toBe('> One\n\n');
  const long = quoted('x'.repeat(4000), '');
  expect(long.length).toBeLessThan(3_100);
  expect(long).toContain(' …');
});

test('an address says which text to quote', () => {
  expect(quoteWanted('question')).toEqual({ answerId: undefined });
  expect(quoteWanted('answer-12')).toEqual({ answerId: 12 });
  for (const none of [null, '', 'answer-', 'answer-0', 'answer-1x', 'comment-1']) {
    expect(quoteWanted(none)).toBeUndefined();
  }
});
