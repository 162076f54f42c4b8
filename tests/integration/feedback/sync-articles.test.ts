import { beforeEach, describe, expect, test } from 'vitest';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Article } from '#src/features/content/article.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { article, factsOf, reworded, text } from './sample-articles.ts';

const { db } = await testDatabase();
const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const sync = (articles: Article[], on = day(1)) => syncArticles(db, articles, 'en', on);
const nothing = { added: 0, moved: 0, edited: 0, removed: 0 };
const amira = { code: 'amira', codeYesterday: undefined };

const vote = (one: Article) =>
  giveFeedback(
    db,
    { article: factsOf(one), revision: one.revision, locale: one.locale, answer: 'no' },
    amira,
    day(1),
  );

/** Each series of the article in the order of their beginning, with its revisions. */
async function series(slug = 'invite') {
  const rows = await db
    .selectFrom('article_series')
    .innerJoin('articles', 'articles.id', 'article_series.article_id')
    .innerJoin('article_revisions', 'article_revisions.series_id', 'article_series.id')
    .where('slug', '=', slug)
    .select(['article_series.id', 'hash', 'ended_at', 'article_series.article_id'])
    .orderBy('article_series.id')
    .orderBy('article_revisions.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((revisions) => ({
    isOpen: revisions[0]?.ended_at === null,
    revisions: revisions.map(({ hash }) => hash),
  }));
}

const present = () =>
  db
    .selectFrom('articles')
    .leftJoin('article_revisions', 'article_revisions.id', 'articles.revision_id')
    .select(['category', 'slug', 'title', 'owner', 'hash', 'removed_at'])
    .orderBy('articles.id')
    .execute();

beforeEach(() => db.deleteFrom('articles').execute());

describe('the articles of a folder', () => {
  test('are added with their present revision', async () => {
    const invite = article();
    expect(await sync([invite, article({ slug: 'export' })])).toEqual({ ...nothing, added: 2 });
    expect(await present()).toMatchObject([
      { slug: 'invite', title: 'Invite people', owner: 'mara', hash: invite.revision },
      { slug: 'export' },
    ]);
  });

  test('cost nothing when they have not changed', async () => {
    await sync([article()]);
    expect(await sync([article()], day(2))).toEqual(nothing);
  });

  test('bring a new title or owner without beginning anything', async () => {
    await sync([article()]);
    expect(await sync([article({ title: 'Invite others', owner: undefined })])).toEqual(nothing);
    expect(await present()).toMatchObject([{ title: 'Invite others', owner: null }]);
    expect(await series()).toHaveLength(1);
  });

  test('are remembered when their file is gone, and continue when it comes back', async () => {
    const invite = article();
    await sync([invite]);
    await vote(invite);
    expect(await sync([], day(2))).toEqual({ ...nothing, removed: 1 });
    expect(await present()).toMatchObject([{ removed_at: day(2) }]);
    expect(await sync([], day(3))).toEqual(nothing);
    await sync([invite], day(4));
    expect(await present()).toMatchObject([{ removed_at: null }]);
    expect(await db.selectFrom('article_feedback').selectAll().execute()).toHaveLength(1);
  });

  test('are told apart by locale', async () => {
    await sync([article(), article({ locale: 'de' })]);
    expect(await present()).toHaveLength(2);
  });

  test('may be brought by several processes that start together', async () => {
    const articles = Array.from({ length: 50 }, (_, index) =>
      article({ slug: `article-${index}` }),
    );
    await Promise.all([sync(articles), sync(articles), sync(articles)]);
    expect(await present()).toHaveLength(50);
    expect(await db.selectFrom('article_series').selectAll().execute()).toHaveLength(50);
  });
});

describe('an edited text', () => {
  const before = article();
  const corrected = article({ body: reworded(before.body, 4) });
  const rewritten = article({ body: reworded(before.body, 5) });

  test('continues its series when under 5 % of the words have changed', async () => {
    await sync([before]);
    expect(await sync([corrected], day(2))).toEqual({ ...nothing, edited: 1 });
    expect(await series()).toEqual([
      { isOpen: true, revisions: [before.revision, corrected.revision] },
    ]);
  });

  test('begins a new series from 5 % on', async () => {
    await sync([before]);
    await sync([rewritten], day(2));
    expect(await series()).toEqual([
      { isOpen: false, revisions: [before.revision] },
      { isOpen: true, revisions: [rewritten.revision] },
    ]);
  });

  test('is measured against the text just before, not against the first', async () => {
    const further = article({ body: reworded(before.body, 8) });
    await sync([before]);
    await sync([corrected], day(2));
    await sync([further], day(3));
    expect(await series()).toHaveLength(1);
  });

  test('returns to its old series when an edit is taken back', async () => {
    await sync([before]);
    await sync([rewritten], day(2));
    await sync([before], day(3));
    expect(await series()).toEqual([
      { isOpen: true, revisions: [before.revision] },
      { isOpen: false, revisions: [rewritten.revision] },
    ]);
    expect(await present()).toMatchObject([{ hash: before.revision }]);
  });

  test('is compared although it is empty', async () => {
    await sync([article({ body: '' })]);
    await sync([article({ body: 'no longer empty' })], day(2));
    expect(await series()).toHaveLength(2);
  });
});

describe('a moved article', () => {
  const here = article();
  const there = article({
    category: 'account',
    slug: 'sign-in',
    redirectFrom: ['/articles/using/invite'],
  });

  test('keeps its history', async () => {
    await sync([here]);
    await vote(here);
    expect(await sync([there], day(2))).toEqual({ ...nothing, moved: 1 });
    expect(await present()).toMatchObject([
      { category: 'account', slug: 'sign-in', removed_at: null },
    ]);
    expect(await series('sign-in')).toHaveLength(1);
  });

  test('keeps its history when it was edited on the way', async () => {
    const edited = article({ ...there, body: text('all new') });
    await sync([here]);
    await sync([{ ...edited, revision: 'eeeeeeeeeeeeeeee' }], day(2));
    expect(await series('sign-in')).toEqual([
      { isOpen: false, revisions: [here.revision] },
      { isOpen: true, revisions: ['eeeeeeeeeeeeeeee'] },
    ]);
  });

  test('joins the votes that came to the new address before the move was known', async () => {
    await sync([here]);
    await vote(here);
    await giveFeedback(
      db,
      { article: factsOf(there), revision: there.revision, locale: 'en', answer: 'yes' },
      { code: 'bo', codeYesterday: undefined },
      day(2),
    );
    expect(await present()).toHaveLength(2);
    await sync([there], day(3));
    expect(await present()).toMatchObject([{ category: 'account', slug: 'sign-in' }]);
    const votes = await db.selectFrom('article_feedback').selectAll().orderBy('visitor').execute();
    expect(votes).toMatchObject([
      { visitor: 'amira', answer: 'no' },
      { visitor: 'bo', answer: 'yes' },
    ]);
    expect(new Set(votes.map(({ series_id }) => series_id)).size).toBe(1);
  });

  test('is moved within its own language', async () => {
    const german = article({ locale: 'de' });
    await sync([here, german]);
    const moved = article({
      locale: 'de',
      slug: 'einladen',
      redirectFrom: ['/de/articles/using/invite'],
    });
    expect(await sync([here, moved], day(2))).toEqual({ ...nothing, moved: 1 });
    expect((await present()).map(({ slug }) => slug)).toEqual(['invite', 'einladen']);
  });

  test('does not swallow an article that was removed in favour of an older one', async () => {
    const heir = article({ slug: 'heir' });
    await sync([here, heir]);
    await vote(here);
    const redirecting = article({ slug: 'heir', redirectFrom: ['/articles/using/invite'] });
    expect(await sync([redirecting], day(2))).toEqual({ ...nothing, removed: 1 });
    expect(await series('invite')).toHaveLength(1);
  });
});

test('5,000 unchanged articles are brought in about a second', async () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    article({ slug: `article-${index}`, body: text(`w${index}-`, 600) }),
  );
  await sync(many);
  const began = performance.now();
  expect(await sync(many, day(2))).toEqual(nothing);
  // A busy machine may take its time; the figure to keep is a second.
  expect(performance.now() - began).toBeLessThan(3000);
});
