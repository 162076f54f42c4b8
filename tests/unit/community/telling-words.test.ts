import { expect, test } from 'vitest';
import { questionWords, tellingWords } from '#src/features/community/telling-words.ts';

test('the long words of a text tell what it is about', () => {
  expect(tellingWords('How do I find the search of a phone, the Search?', 2)).toEqual([
    'search',
    'phone',
  ]);
  expect(tellingWords('a b c', 5)).toEqual([]);
  expect(tellingWords('検索できません', 3)).toEqual(['検索できません']);
  expect(tellingWords('x'.repeat(100), 1)[0]).toHaveLength(30);
});

test('a question is looked for by its title first, and each word once', () => {
  const words = questionWords('Search on my phone', 'The search button does nothing on this phone');
  expect(words).toEqual(
    ['search', 'phone', 'search', 'button', 'nothing'].filter((w, i, all) => all.indexOf(w) === i),
  );
});
