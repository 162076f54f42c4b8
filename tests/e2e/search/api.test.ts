import { expect } from '@playwright/test';
import { sql } from 'kysely';
import { test } from '#tests/e2e/security/site.ts';
import { ask } from '#tests/integration/search/sample-questions.ts';
import { siteUrl } from '#tests/support/e2e-site.ts';
import type { OwnSite } from '#tests/support/own-site.ts';
import { called } from '#tests/support/recorded-events.ts';
import { searchApiAnswer } from '#src/features/search/search-api.ts';

const get = (site: OwnSite, query: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/api/v1/search?${new URLSearchParams(query)}`, { headers });

/** An answer as it is described, and nothing else. */
const read = async (answer: Promise<Response>) =>
  searchApiAnswer.strict().parse(await (await answer).json());

test('a program finds what the page of results has, without a token', async ({ site, page }) => {
  const answer = await get(site, { q: 'how do I reuse a snipet' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const found = await read(Promise.resolve(answer));
  expect(found).toMatchObject({
    query: 'how do I reuse a snipet',
    locale: 'en',
    corrected: [{ from: 'snipet', to: 'snippet' }],
    quality: 'good',
    page: 1,
  });
  const [first] = found.results;
  expect(first).toMatchObject({
    kind: 'article',
    title: 'Reuse text with snippets',
    url: `${siteUrl}/articles/writing/snippets`,
    category: 'writing',
  });
  expect(first!.sections[0]!.url).toContain(`${siteUrl}/articles/writing/snippets#`);
  expect(JSON.stringify(found.results)).not.toMatch(/<mark|\u0002/);
  await page.goto(`${site.url}/search?q=how+do+I+reuse+a+snipet`);
  const titles = page.getByRole('region', { name: 'Articles' }).getByRole('heading', { level: 3 });
  expect(found.results.map(({ title }) => title)).toEqual(
    (await titles.allTextContents()).map((title) => title.trim()),
  );
  expect((await read(get(site, { q: 'a snipet', spelling: 'kept' }))).corrected).toEqual([]);
});

test('pages, categories and languages narrow as on the site', async ({ site }) => {
  const all = await read(get(site, { q: 'article' }));
  const second = await read(get(site, { q: 'article', page: '2' }));
  expect(all.pages).toBe(Math.ceil(all.total / 10));
  expect(second).toMatchObject({ page: 2, total: all.total });
  const urls = new Set([...all.results, ...second.results].map(({ url }) => url));
  expect(urls.size).toBe(all.results.length + second.results.length);
  const writing = await read(get(site, { q: 'article', category: 'writing' }));
  const counted = all.categories.find(({ name }) => name === 'writing')!;
  expect(writing.total).toBe(counted.articles);
  expect(new Set(writing.results.map(({ category }) => category))).toEqual(new Set(['writing']));
  const german = await read(get(site, { q: 'Datenschutz', locale: 'de' }));
  expect(german.results[0]!.url).toContain(`${siteUrl}/de/articles/`);
  expect(await read(get(site, { q: 'zeppelin moorings qwxv' }))).toMatchObject({ quality: 'none' });
});

test('a solved question stands among the articles', async ({ site }) => {
  const { id } = await site.db
    .insertInto('members')
    .values({
      handle: 'zoe',
      name: 'Zoe',
      email: 'zoe@example.com',
      locale: 'en',
      created_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const answers = ['Feed it a <b>vvzxhaystack</b> & wait.'];
  await ask(site.db, id, [{ title: 'What does a vvzxunicorn eat?', answers, isSolved: true }]);
  const found = await read(get(site, { q: 'vvzxunicorn eat', spelling: 'kept' }));
  expect(found.results.find(({ kind }) => kind === 'question')).toMatchObject({
    title: 'What does a vvzxunicorn eat?',
    url: expect.stringContaining(`${siteUrl}/community/questions/`),
    excerpt: expect.stringContaining('vvzxhaystack'),
    sections: [],
  });
  expect(found.quality).toBe('good');
});

test('what is wrong is said in words', async ({ site }) => {
  const cases: [Record<string, string>, string][] = [
    [{}, 'q: expected what to look for.'],
    [{ q: ' \u0000\u202e ' }, 'q: expected what to look for.'],
    [{ q: 'a', page: '0' }, 'page: expected a whole number from 1 to 500.'],
    [{ q: 'a', page: 'two' }, 'page: expected a whole number from 1 to 500.'],
    [{ q: 'a', locale: 'xx' }, 'locale: expected one of en, '],
    [{ q: 'a', category: 'nothing' }, 'category: expected one of '],
    [{ q: 'a', spelling: 'best' }, 'spelling: expected kept, or nothing.'],
    [{ q: 'a', colour: 'red' }, 'There is no parameter colour'],
  ];
  for (const [query, sentence] of cases) {
    const answer = await get(site, query);
    expect({ query, status: answer.status }).toEqual({ query, status: 400 });
    expect(((await answer.json()) as { error: string }).error).toContain(sentence);
  }
  const long = await read(get(site, { q: `snippet ${'x'.repeat(10_000)}` }));
  expect(long.query).toHaveLength(150);
});

test('a search of a program is not recorded as one of a customer', async ({ site }) => {
  // As a program calls itself that is not seen to be one.
  const from = { 'User-Agent': called('program'), 'Accept-Language': 'en' };
  const recorded = async () => {
    const { rows } = await sql<{ query: string }>`
      SELECT details ->> 'query' AS query FROM events
      WHERE kind = 'searched' AND details ->> 'query' LIKE '% paragraph'`.execute(site.db);
    return rows.map(({ query }) => query);
  };
  expect((await get(site, { q: 'program paragraph' }, from)).status).toBe(200);
  await fetch(`${site.url}/search?q=customer+paragraph`, { headers: from });
  await expect.poll(recorded).toEqual(['customer paragraph']);
});

test('nobody asks without end, and nobody gets the same twice', async ({ site }) => {
  const from = { 'X-Forwarded-For': '10.9.8.7' };
  const known = (await get(site, { q: 'snippet' }, from)).headers.get('etag') ?? '';
  const again = await get(site, { q: 'snippet' }, { ...from, 'If-None-Match': known });
  expect(again.status).toBe(304);
  const statuses: number[] = [];
  for (let round = 0; round < 31; round += 1) {
    const answers = Array.from({ length: 20 }, (_, at) =>
      get(site, { q: 'x', page: '0' }, { ...from, 'User-Agent': `bot ${at}` }),
    );
    for (const answer of await Promise.all(answers)) statuses.push(answer.status);
  }
  expect(statuses.filter((status) => status === 400)).toHaveLength(598);
  const refused = await get(site, { q: 'snippet' }, from);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
