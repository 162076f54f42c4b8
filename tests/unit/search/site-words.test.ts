import { expect, test } from 'vitest';
import { openArticleSearch } from '#src/features/search/article-search.ts';
import { article, read, type Files } from '#tests/unit/articles/content-folder.ts';

const leave = article('Everything goes.\n', 'title: Delete your account');
const found = async (query: string, more: Files) => {
  const files = { 'articles/en/account/leave.md': leave, ...more };
  const search = await openArticleSearch(await read(files), 'en');
  const { ranked } = await search.find(query);
  return ranked.map(({ name }) => name);
};

test('the general list of synonyms is a site’s to switch off', async () => {
  expect(await found('erase', {})).toEqual(['account/leave']);
  expect(await found('erase', { 'site.yml': 'generalSynonyms: false\n' })).toEqual([]);
});

test('its own list counts either way', async () => {
  const own = { 'search/synonyms.en.yml': '- {from: say goodbye, to: [delete]}\n' };
  expect(await found('say goodbye', {})).toEqual([]);
  expect(await found('say goodbye', own)).toEqual(['account/leave']);
  expect(await found('say goodbye', { ...own, 'site.yml': 'generalSynonyms: false\n' })).toEqual([
    'account/leave',
  ]);
});
