import { Validator } from '@seriousme/openapi-schema-validator';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { listQuery, readQuery, tableQuery } from '#src/features/insights/api-query.ts';
import { describeApi } from '#src/features/insights/describe-api.ts';
import { INSIGHT_TABLES } from '#src/features/insights/insight-tables.ts';
import { ListChanged } from '#src/features/insights/paged-rows.ts';
import { readArticleInsights } from '#src/features/insights/read-article-insights.ts';
import { readArticlesPage } from '#src/features/insights/read-articles-page.ts';
import { readTablePage } from '#src/features/insights/read-table-page.ts';
import { daysOf } from '#src/features/measures/scope.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { article, factsOf, text } from '#tests/integration/feedback/sample-articles.ts';
import { clicked, sampleEvents, searched, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-08T12:00:00Z');
const site = { locales: ['en', 'de'] };
const staff = (role: Actor['role'], more: Partial<Actor> = {}) =>
  ({ id: 1, handle: 'mara', role, suspendedUntil: null, silencedUntil: null, ...more }) as Actor;
const author = staff('author');

const asked = (query: string) => readQuery(tableQuery, new URLSearchParams(query));
const table = (name: string, query = '', actor: Actor | undefined = author) =>
  readTablePage(db, actor, name, asked(query), site, now);
const articles = (query = '', actor: Actor | undefined = author) =>
  readArticlesPage(db, actor, readQuery(listQuery, new URLSearchParams(query)), site, now);

const invite = article();
const rewritten = article({ body: text('fresh') });
const others = ['a', 'b', 'c'].map((slug) => article({ slug }));
let inviteId = 0;

beforeAll(async () => {
  const day = new Date('2026-11-02T06:00:00Z');
  await syncArticles(db, [invite, ...others], 'en', new Date('2026-10-20T06:00:00Z'));
  const vote = async (on: typeof invite, code: string, answer: 'yes' | 'no', at: Date) => {
    const ballot = { article: factsOf(on), revision: on.revision, locale: 'en', answer };
    await giveFeedback(db, ballot, { code, codeYesterday: undefined }, at);
  };
  for (let at = 0; at < 20; at += 1) {
    await vote(invite, `old-${at}`, at < 4 ? 'yes' : 'no', new Date('2026-10-21T06:00:00Z'));
  }
  await syncArticles(db, [rewritten, ...others], 'en', new Date('2026-11-01T06:00:00Z'));
  for (let at = 0; at < 20; at += 1) {
    await vote(rewritten, `new-${at}`, at < 16 ? 'yes' : 'no', day);
  }
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM articles WHERE slug = ${invite.slug}`.execute(db);
  inviteId = rows[0]!.id;
  await sampleEvents(db, [
    searched('ann', 600, 'bring people', 'none'),
    searched('ann', 601, 'invite'),
    clicked('ann', 602, 'invite', inviteId, 1),
    view('ann', 603, inviteId, 40),
    view('ben', 700, inviteId, 3),
  ]);
  await rollUpEvents(db, now);
});

describe('an article', () => {
  test('has its readers, its searches and what came next in every list', async () => {
    const { rows, next, examples, setAside } = await articles();
    expect(next).toBeNull();
    expect({ examples, setAside }).toEqual({ examples: 0, setAside: 0 });
    expect(rows).toHaveLength(4);
    expect(rows.find(({ id }) => id === inviteId)).toMatchObject({
      n: 20,
      yes: 16,
      change: { verdict: 'better' },
      views: 2,
      reads: 1,
      failed: { count: 0, n: 1, share: null },
      queries: [{ query: 'invite', visits: 1 }],
      next: [{ next: 'left', title: null, visits: 2 }],
    });
  });

  test('is told whole, without the codes of visitors', async () => {
    const scope = daysOf('month', now);
    const place = { locale: 'en', category: invite.category, slug: invite.slug };
    const { article: digest, report } = await readArticleInsights(db, author, place, scope);
    expect(digest).toMatchObject({ id: inviteId, views: 2 });
    expect(report).toMatchObject({ views: 2, edits: [{ verdict: null }, { verdict: 'better' }] });
    expect(JSON.stringify(report)).not.toContain('visitor');
    const nowhere = { ...place, slug: 'nowhere' };
    await expect(readArticleInsights(db, author, nowhere, scope)).rejects.toThrow(NotFound);
  });
});

describe('a table', () => {
  test.each(Object.keys(INSIGHT_TABLES))('%s has the rows that it says', async (name) => {
    const known = INSIGHT_TABLES[name as keyof typeof INSIGHT_TABLES];
    const query = 'ofArticle' in known ? `article=en/${invite.category}/${invite.slug}` : '';
    const { rows } = await table(name, query);
    for (const row of rows) expect(known.row.strict().safeParse(row).error).toBeUndefined();
  });

  test('of changed searches, and of searches by article', async () => {
    expect((await table('search-changes')).rows).toEqual([
      { locale: 'en', query: 'bring people', next: 'invite', visits: 1, clicked: 1 },
    ]);
    expect((await table('article-queries')).rows).toMatchObject([
      { file: invite.file, query: 'invite', visits: 1 },
    ]);
  });

  test('of edits tells what became of them', async () => {
    const { rows } = await table('edits');
    expect(rows).toMatchObject([
      {
        slug: invite.slug,
        nBefore: 20,
        yesBefore: 4,
        n: 20,
        yes: 16,
        verdict: 'better',
        missing: 0,
      },
    ]);
  });

  test('comes in pages that fit together, as long as it stays the same', async () => {
    const first = await articles('limit=3');
    expect(first.rows).toHaveLength(3);
    const rest = await articles(`limit=3&cursor=${first.next}`);
    expect(rest.next).toBeNull();
    expect([...first.rows, ...rest.rows]).toEqual((await articles()).rows);
    await expect(articles(`period=week&owner=nobody&cursor=${first.next}`)).rejects.toThrow(
      ListChanged,
    );
    await expect(articles('cursor=forged')).rejects.toThrow(InvalidInput);
  });

  test.each([
    ['period=decade', 'period'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['color=red', 'color'],
    ['locale=fr', 'locale'],
    ['article=invite', 'article'],
  ])('refuses %s by name', async (query, named) => {
    const refusal = await Promise.resolve()
      .then(() => table('edits', query))
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(Object.values((refusal as InvalidInput).fields)[0]).toContain(named);
  });

  test('is there or is not', async () => {
    await expect(table('nothing')).rejects.toThrow(NotFound);
    await expect(table('toString')).rejects.toThrow(NotFound);
    await expect(table('edits', 'article=en/using/invite')).rejects.toThrow(InvalidInput);
  });
});

test('insights are for authors and staff, whichever way they ask', async () => {
  const place = { locale: 'en', category: invite.category, slug: invite.slug };
  const ways = (actor: Actor | undefined) => [
    () => readTablePage(db, actor, 'edits', asked(''), site, now),
    () => readArticlesPage(db, actor, asked(''), site, now),
    () => readArticleInsights(db, actor, place, daysOf('month', now)),
  ];
  for (const way of ways(undefined)) await expect(way()).rejects.toThrow(NotSignedIn);
  const suspended = staff('admin', { suspendedUntil: new Date('2027-01-01') });
  for (const actor of [staff('member'), suspended]) {
    for (const way of ways(actor)) await expect(way()).rejects.toThrow(NotAllowed);
  }
  for (const role of ['author', 'moderator', 'admin'] as const) {
    for (const way of ways(staff(role))) await expect(way()).resolves.toBeDefined();
  }
});

test('the description is OpenAPI 3.1 and names every table', async () => {
  const description = { ...describeApi('Example', 'https://help.example.com') };
  const validator = new Validator();
  expect(await validator.validate(structuredClone(description))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const paths = Object.keys((description as { paths: object }).paths);
  expect(paths).toEqual([
    '/search',
    '/tables',
    ...Object.keys(INSIGHT_TABLES).map((name) => `/tables/${name}`),
    '/articles',
    '/articles/{locale}/{category}/{slug}',
  ]);
  expect(description).toMatchObject({
    security: [{ token: [] }, { session: [] }],
    paths: { '/search': { get: { security: [] } } },
  });
  const broken = { ...description, paths: { wrong: 1 } };
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
});
