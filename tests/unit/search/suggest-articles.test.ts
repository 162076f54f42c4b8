import { expect, test } from 'vitest';
import { suggestionQuery } from '#src/features/search/suggest-articles.ts';

test('somebody who writes is understood by the title and the telling words of the rest', () => {
  expect(suggestionQuery(' No mail ', 'I do not get the confirmation since yesterday')).toBe(
    'No mail confirmation since yesterday',
  );
  expect(suggestionQuery('No mail', '')).toBe('No mail');
  expect(suggestionQuery('', '')).toBe('');
});
