import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch, stopSearching } from '#src/features/search/engine-server.ts';
import { findQuestions } from '#src/features/search/find-questions.ts';
import { findSolvedQuestions, type TextJudge } from '#src/features/search/find-solved-questions.ts';
import { QUERY_MAX, tidyQuery } from '#src/features/search/query.ts';
import { hostileQueries } from '#tests/e2e/search/hostile-queries.ts';
import { member } from '#tests/integration/community/members.ts';
import { searchSite, type SearchSite } from '#tests/support/search-site.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ask } from './sample-questions.ts';

/** Milliseconds in which even these are answered, on a machine that has other work. */
const BOUND = 2_000;

const { db } = await testDatabase();
let site: SearchSite;

beforeAll(async () => {
  const text = 'Save it as a snippet. '.repeat(200);
  site = await searchSite({
    'site.yml': 'name: Test\nlocales: [en, ja]\n',
    'articles/en/using/_category.yml': 'title: Using it\n',
    'articles/en/using/aaaa.md': `---\ntitle: ${'Aa'.repeat(40)}\n---\n\n${text}\n\n## Password\n\nIt is “a” & b.\n`,
    'articles/en/using/constructor.md':
      '---\ntitle: The constructor\n---\n\nIts toString method.\n',
    'articles/ja/using/search.md': '---\ntitle: 検索\n---\n\n検索する方法です。\n',
  });
  const { id } = await member(db, 'writer');
  await ask(db, id, [
    { title: 'A snippet of a & b?', answers: ['Save the password of a snippet.'], isSolved: true },
    { title: 'パスワードの検索', locale: 'ja', answers: ['検索'], isSolved: true },
  ]);
});
afterAll(async () => {
  stopSearching();
  await site.remove();
});

test.each(Object.entries(hostileQueries))('%s: everything answers in time', async (_, query) => {
  const began = performance.now();
  for (const locale of ['en', 'ja']) {
    for (const isVerbatim of [false, true]) {
      const answer = await askSearch(site.dir, { kind: 'articles', locale, query, isVerbatim });
      expect(answer.query).toBe(tidyQuery(query));
      expect(answer.query.length).toBeLessThanOrEqual(QUERY_MAX);
      expect(answer.query.isWellFormed()).toBe(true);
      expect(answer.query).not.toMatch(/\p{C}/u);
    }
    const judge: TextJudge = {
      wanted: await askSearch(site.dir, { kind: 'words', locale, query }),
      scores: (texts) => askSearch(site.dir, { kind: 'texts', locale, query, texts }),
    };
    await findSolvedQuestions(db, judge, { locale, category: undefined });
    await findQuestions(db, { query: tidyQuery(query), locales: [locale] });
  }
  expect(performance.now() - began).toBeLessThan(BOUND * 2);
});

test('hidden characters neither part a word nor hide it', async () => {
  const find = (query: string) => askSearch(site.dir, { kind: 'articles', locale: 'en', query });
  const plain = await find('snippet');
  expect(plain.total).toBe(1);
  for (const query of [
    '\u202esnippet\u202c',
    '\u0000snippet\u0007',
    'snippet \udca5',
    '“snippet',
  ]) {
    expect(
      (await find(query)).articles.map(({ url }) => url),
      JSON.stringify(query),
    ).toEqual(plain.articles.map(({ url }) => url));
  }
});

test('what stands nowhere just so is answered by nothing, however well its words are known', async () => {
  const phrase = { kind: 'articles', locale: 'en', query: '"password snippet"' } as const;
  expect(await askSearch(site.dir, phrase)).toMatchObject({ total: 0, quality: 'none' });
});
