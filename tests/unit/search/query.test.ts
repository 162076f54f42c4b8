import { expect, test } from 'vitest';
import { phrasesIn, QUERY_MAX, tidyQuery } from '#src/features/search/query.ts';

test('a query is tidied and cut, not refused', () => {
  expect(tidyQuery('  how\tdo\u0007 I \n')).toBe('how do I');
  expect(tidyQuery('x'.repeat(5000))).toHaveLength(QUERY_MAX);
});

test('half a sign is left out, wherever it stands', () => {
  expect(tidyQuery('\ud83d password')).toBe('password');
  expect(tidyQuery(`${'x'.repeat(QUERY_MAX - 1)}\u{1f4a5}`)).toBe('x'.repeat(QUERY_MAX - 1));
});

test('what stands in quotation marks is wanted just so, and inches are no quotation', () => {
  expect(phrasesIn('where is "the spam folder" and “this one”, please')).toEqual([
    'the spam folder',
    'this one',
  ]);
  expect(phrasesIn('a 5" disk and a 6" screen')).toEqual([]);
  expect(phrasesIn('"not closed')).toEqual([]);
});
