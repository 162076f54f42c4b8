import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { commentedArticles } from '#src/features/insights/article-list.ts';
import { articleReport } from '#src/features/insights/article-report.ts';
import { freshnessReport } from '#src/features/insights/freshness-report.ts';
import { findArticle } from '#src/features/insights/insight-articles.store.ts';
import { listNewMisses } from '#src/features/insights/new-misses.store.ts';
import { ownHandle } from '#src/features/insights/own-handle.ts';
import { readComments } from '#src/features/insights/read-comments.ts';
import { readInsightTable } from '#src/features/insights/read-insight-table.ts';
import { readOverview } from '#src/features/insights/read-overview.ts';
import { sortArticles } from '#src/features/insights/sort-articles.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { member } from '#tests/integration/community/members.ts';
import { article, factsOf, text } from '#tests/integration/feedback/sample-articles.ts';
import { sampleEvents, searched, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-03T12:00:00Z');
const scope = { period: 'week', from: '2026-10-28', to: '2026-11-03' } as const;
const day = (iso: string) => new Date(`${iso}T12:00:00Z`);

const old = article({ reviewBy: '2026-11-01' });
const invite = article({ reviewBy: '2026-11-01', body: text('fresh') });
const search = article({ slug: 'search', title: 'Search', owner: 'joana', category: 'finding' });
const german = article({ locale: 'de', slug: 'suche', title: 'Suche', reviewBy: '2026-11-20' });
let id = 0;

async function votes(on: typeof old, n: number, yes: number, at: string, comment?: string) {
  for (let index = 0; index < n; index += 1) {
    const code = `${on.slug}-${on.revision}-${index}`;
    await giveFeedback(
      db,
      {
        article: factsOf(on),
        revision: on.revision,
        locale: 'en',
        answer: index < yes ? 'yes' : 'no',
        ...(index === n - 1 && comment ? { comment, section: 'first' } : {}),
      },
      { code, codeYesterday: undefined },
      day(at),
    );
  }
}

beforeAll(async () => {
  await syncArticles(db, [old, search, german], 'en', day('2026-10-01'));
  await votes(old, 20, 4, '2026-10-10');
  await syncArticles(db, [invite, search, german], 'en', day('2026-10-29'));
  await votes(invite, 20, 16, '2026-11-02', 'The button is gone.');
  await votes(search, 12, 3, '2026-11-02', 'Nothing found.');
  const rows = await db.selectFrom('articles').select(['id', 'slug']).execute();
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)!.id;
  id = idOf('invite');
  await sampleEvents(db, [
    // On 2 November, a day after invite had to be looked at again.
    view('ann', 60, id, 30),
    view('bob', 60, id, 30),
    { at: 70, kind: 'form-posted', visitor: 'bob', question: 7, details: { form: 'ask' } },
    view('cid', 60, idOf('search'), 30),
    view('dan', '2026-10-31T10:00:00Z', id, 30),
    ...['eve', 'fay', 'gus'].map((visitor) => searched(visitor, 90, 'slack', 'none')),
    searched('hal', 90, 'once', 'none'),
  ]);
  await rollUpEvents(db, now);
});

describe('the list of articles', () => {
  const slugs = async (narrow = {}) =>
    (await commentedArticles(db, { ...scope, ...narrow })).map(({ slug }) => slug);

  test('begins with what needs work, and is limited by owner, category and language', async () => {
    expect(await slugs()).toEqual(['search', 'invite', 'suche']);
    expect(await slugs({ owner: 'joana' })).toEqual(['search']);
    expect(await slugs({ category: 'using' })).toEqual(['invite', 'suche']);
    expect(await slugs({ locale: 'de' })).toEqual(['suche']);
  });

  test('has other orders', async () => {
    const articles = await commentedArticles(db, scope);
    const order = (sort: 'reads' | 'failed' | 'helpful') =>
      sortArticles(articles, sort).map(({ slug }) => slug);
    expect(order('reads')).toEqual(['invite', 'search', 'suche']);
    expect(order('failed')[0]).toBe('invite');
    expect(order('helpful')).toEqual(['invite', 'search', 'suche']);
    expect(articles[1]).toMatchObject({ reads: 3, failed: { count: 1, n: 3 }, commented: 1 });
  });
});

test('an edit is judged by the texts before and after it, and marked when it came', async () => {
  const { edits } = await articleReport(db, id, scope);
  expect(edits).toMatchObject([
    { isPresent: false, helpful: { count: 4, n: 20 }, verdict: null },
    { isPresent: true, at: day('2026-10-29'), helpful: { count: 16, n: 20 }, verdict: 'better' },
  ]);
  expect(edits[1]?.difference?.points).toBeCloseTo(0.6);
});

test('a text that comes back is judged against the one that it took the place of', async () => {
  await syncArticles(db, [old, search, german], 'en', day('2026-11-03'));
  const { edits } = await articleReport(db, id, scope);
  expect(edits).toMatchObject([
    { isPresent: false, helpful: { count: 16 } },
    { isPresent: true, at: day('2026-11-03'), helpful: { count: 4 }, verdict: 'worse' },
  ]);
  await syncArticles(db, [invite, search, german], 'en', now);
});

test('comments are listed by state, the latest first', async () => {
  const { counts, part } = await readComments(db, scope, undefined, null);
  expect(counts).toEqual(new Map([['new', 2]]));
  expect(part.rows.map(({ comment }) => comment).toSorted()).toEqual([
    'Nothing found.',
    'The button is gone.',
  ]);
  const { seriesId, visitor } = part.rows.find(({ article: of }) => of.id === id)!;
  await sql`
    INSERT INTO insight_states (kind, subject, state, note, at)
    VALUES ('comment', ${`${seriesId}:${visitor}`}, 'planned', 'Soon.', ${now})`.execute(db);
  const planned = await readComments(db, scope, 'planned', null);
  expect(planned.part.rows).toMatchObject([
    { comment: 'The button is gone.', section: 'first', note: 'Soon.', isEarlier: false },
  ]);
  expect((await readComments(db, { ...scope, owner: 'joana' }, 'planned', null)).part.total).toBe(
    0,
  );
});

test('freshness counts reads before and after the date, and names what is overdue', async () => {
  const report = await freshnessReport(db, scope, now);
  expect(report.fresh).toMatchObject({ count: 1, n: 3 });
  expect(report.overdue).toMatchObject([{ slug: 'invite', lost: 2, reads: 3 }]);
  expect(report.due).toMatchObject([{ slug: 'suche', reads: 0 }]);
  expect(report.undated).toMatchObject([{ slug: 'search' }]);
  expect(report.owners).toMatchObject([
    { owner: 'mara', overdue: 1, articles: 2 },
    { owner: 'joana', overdue: 0, articles: 1 },
  ]);
});

test('the overview tells verdicts that came in, new misses, and what to do first', async () => {
  const { verdicts, misses, tasks, measures } = await readOverview(db, scope, now);
  expect(verdicts).toMatchObject([{ article: { slug: 'invite' }, verdict: 'better' }]);
  expect(misses).toEqual([{ query: 'slack', locale: 'en', missed: 3 }]);
  // 19 of 32 in all say yes: of the search, at most 53 %.
  expect(tasks[0]).toMatchObject({ kind: 'unhelpful', article: { slug: 'search' }, people: 9 });
  expect(measures.find(({ now: { measure } }) => measure === 'reads')?.now.count).toBe(4);
  const later = { ...scope, from: '2026-11-04', to: '2026-11-10' };
  expect(await listNewMisses(db, later, 5)).toEqual([]);
});

test('a table about an article is had by its address, by who may read insights', async () => {
  const author = await member(db, 'mara', 'author');
  const reader = await member(db, 'reader');
  const read = (actor: typeof author | undefined, address?: string) =>
    readInsightTable(db, actor, 'article-weeks', { ...scope, article: address }, now);
  const { rows } = await read(author, 'en/using/invite');
  expect(rows).toEqual([
    { week: '2026-10-26', views: 1, reads: 1, escalated: 0 },
    { week: '2026-11-02', views: 2, reads: 2, escalated: 1 },
  ]);
  for (const wrong of [undefined, '', 'en/using', 'en/using/nope', 'en/using/invite/x', 'a/b/\0']) {
    await expect(read(author, wrong)).rejects.toThrow(NotFound);
  }
  await expect(read(undefined, 'en/using/nope')).rejects.toThrow(NotSignedIn);
  await expect(read(reader, 'en/using/nope')).rejects.toThrow(NotAllowed);
  expect(await findArticle(db, 'en/using/invite')).toMatchObject({ id, owner: 'mara' });
  const authors = [{ handle: 'ml', name: 'Mara', email: 'MARA@example.com' }];
  expect(await ownHandle(db, author, authors)).toBe('ml');
  expect(await ownHandle(db, reader, authors)).toBeUndefined();
});
