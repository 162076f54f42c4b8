import { beforeEach, describe, expect, test } from 'vitest';
import { giveFeedback, type Ballot } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { StalePage } from '#src/server/errors.ts';
import { createDatabase } from '#src/server/database.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { article, factsOf, reworded, text } from './sample-articles.ts';

const { db, url } = await testDatabase();
const noon = new Date('2026-11-21T12:00:00Z');
const later = new Date('2026-11-21T13:00:00Z');
const invite = article();
const amira = { code: 'amira', codeYesterday: undefined };
const bo = { code: 'bo', codeYesterday: undefined };
const no: Ballot = {
  article: factsOf(invite),
  revision: invite.revision,
  locale: 'en',
  answer: 'no',
};

const votes = () => db.selectFrom('article_feedback').selectAll().orderBy('visitor').execute();

beforeEach(async () => {
  await db.deleteFrom('articles').execute();
  await syncArticles(db, [invite], 'en', noon);
});

describe('a vote', () => {
  test('is stored with the revision and series it is about, and with the page’s language', async () => {
    await giveFeedback(db, { ...no, locale: 'de' }, amira, noon);
    const revision = await db.selectFrom('article_revisions').selectAll().executeTakeFirstOrThrow();
    expect(await votes()).toEqual([
      {
        series_id: revision.series_id,
        revision_id: revision.id,
        visitor: 'amira',
        locale: 'de',
        answer: 'no',
        reason: null,
        comment: null,
        section: null,
        created_at: noon,
        updated_at: noon,
      },
    ]);
    expect(revision.hash).toBe(invite.revision);
  });

  test('of the same visitor counts once, and the last one counts', async () => {
    await giveFeedback(db, no, amira, noon);
    await giveFeedback(db, { ...no, answer: 'yes' }, amira, later);
    expect(await votes()).toMatchObject([{ answer: 'yes', created_at: noon, updated_at: later }]);
  });

  test('sent again changes nothing but the time', async () => {
    await giveFeedback(db, { ...no, reason: 'outdated', comment: 'Gone.' }, amira, noon);
    await giveFeedback(db, no, amira, later);
    expect(await votes()).toMatchObject([
      { answer: 'no', reason: 'outdated', comment: 'Gone.', updated_at: later },
    ]);
  });

  test('that turns round keeps the words and drops the reason for the other answer', async () => {
    const words = { comment: 'The button is called Keep.', section: 'first' };
    await giveFeedback(db, { ...no, reason: 'outdated', ...words }, amira, noon);
    await giveFeedback(db, { ...no, answer: 'yes' }, amira, later);
    expect(await votes()).toMatchObject([{ answer: 'yes', reason: null, ...words }]);
  });

  test('of another visitor counts beside it', async () => {
    await giveFeedback(db, no, amira, noon);
    await giveFeedback(db, no, bo, noon);
    expect(await votes()).toHaveLength(2);
  });

  test('after midnight replaces the one of the day before, and is not followed a second day', async () => {
    await giveFeedback(db, no, amira, noon);
    const amiraNextDay = { code: 'amira-2', codeYesterday: 'amira' };
    await giveFeedback(db, { ...no, answer: 'yes' }, amiraNextDay, later);
    expect(await votes()).toMatchObject([{ visitor: 'amira', answer: 'yes' }]);
    const amiraThirdDay = { code: 'amira-3', codeYesterday: 'amira-2' };
    await giveFeedback(db, no, amiraThirdDay, later);
    expect(await votes()).toMatchObject([{ visitor: 'amira' }, { visitor: 'amira-3' }]);
  });

  test('keeps its later comment when the first one is replaced', async () => {
    await giveFeedback(db, { ...no, comment: 'first', section: 'first' }, amira, noon);
    await giveFeedback(db, { ...no, comment: 'second' }, amira, later);
    expect(await votes()).toMatchObject([{ comment: 'second', section: null }]);
  });
});

describe('many votes at once', () => {
  test('are all stored, each once', async () => {
    const visitors = Array.from({ length: 300 }, (_, index) => `visitor-${index % 100}`);
    await Promise.all(
      visitors.map((code) => giveFeedback(db, no, { code, codeYesterday: undefined }, noon)),
    );
    expect(await votes()).toHaveLength(100);
  });

  test('from two processes that share visitors leave one vote each and no deadlock', async () => {
    const other = createDatabase(url);
    try {
      const cast = Array.from({ length: 400 }, (_, index) => ({
        place: index % 2 ? db : other,
        voter: { code: `visitor-${(index * 7) % 50}`, codeYesterday: undefined },
      }));
      await Promise.all(cast.map(({ place, voter }) => giveFeedback(place, no, voter, noon)));
      expect(await votes()).toHaveLength(50);
    } finally {
      await other.destroy();
    }
  });

  test('lose no comment among plain votes of the same visitor', async () => {
    await Promise.all([
      giveFeedback(db, no, amira, noon),
      giveFeedback(db, { ...no, comment: 'Not lost.' }, amira, noon),
      giveFeedback(db, no, amira, noon),
      giveFeedback(db, no, bo, noon),
    ]);
    expect(await votes()).toMatchObject([{ comment: 'Not lost.' }, { comment: null }]);
  });
});

describe('a revision that the database has not seen', () => {
  const rewritten = article({ body: text('fresh') });
  const onNew: Ballot = { ...no, article: factsOf(rewritten), revision: rewritten.revision };

  test('is learned from the vote when it is the one that is served', async () => {
    await giveFeedback(db, onNew, amira, noon);
    expect(await votes()).toMatchObject([{ answer: 'no' }]);
    const revisions = await db.selectFrom('article_revisions').select(['hash', 'words']).execute();
    expect(revisions).toContainEqual({ hash: rewritten.revision, words: null });
  });

  test('is learned once, however many vote at the same time', async () => {
    const cast = Array.from({ length: 60 }, (_, index) => `visitor-${index}`);
    await Promise.all(
      cast.map((code) => giveFeedback(db, onNew, { code, codeYesterday: undefined }, noon)),
    );
    expect(await votes()).toHaveLength(60);
    expect(await db.selectFrom('article_series').selectAll().execute()).toHaveLength(2);
  });

  test('of an article that the database has not seen either is learned with it', async () => {
    const newcomer = article({ slug: 'newcomer' });
    const ballot = { ...no, article: factsOf(newcomer), revision: newcomer.revision };
    await giveFeedback(db, ballot, amira, noon);
    expect(await votes()).toHaveLength(1);
  });

  test('is refused when it is not the one that is served', async () => {
    const stale = { ...no, revision: '0123456789abcdef' };
    await expect(giveFeedback(db, stale, amira, noon)).rejects.toThrow(StalePage);
    expect(await votes()).toHaveLength(0);
  });

  test('joins the series before, with its votes, once its text is seen to differ little', async () => {
    const corrected = article({ body: reworded(invite.body, 2) });
    await giveFeedback(db, no, amira, noon);
    await giveFeedback(db, no, bo, noon);
    const onCorrected = { ...no, article: factsOf(corrected), revision: corrected.revision };
    await giveFeedback(db, { ...onCorrected, answer: 'yes' }, amira, later);
    expect(await votes()).toHaveLength(3);

    await syncArticles(db, [corrected], 'en', later);
    expect(await votes()).toMatchObject([
      { visitor: 'amira', answer: 'yes' },
      { visitor: 'bo', answer: 'no' },
    ]);
    const series = await db.selectFrom('article_series').selectAll().execute();
    expect(series).toMatchObject([{ ended_at: null }]);
  });
});

test('feedback that meets its series being joined to another lands in the other', async () => {
  const corrected = article({ body: reworded(invite.body, 2) });
  const onCorrected = { ...no, article: factsOf(corrected), revision: corrected.revision };
  await giveFeedback(db, onCorrected, amira, noon);
  const cast = Array.from({ length: 200 }, (_, index) => `visitor-${index}`);
  await Promise.all([
    ...cast.map(async (code, index) => {
      await new Promise((resolve) => setTimeout(resolve, index / 4));
      // Words go alone, plain votes share a statement: both have to find their way.
      const comment = index % 2 ? 'Not lost.' : undefined;
      await giveFeedback(db, { ...onCorrected, comment }, { code, codeYesterday: undefined }, noon);
    }),
    syncArticles(db, [corrected], 'en', later),
  ]);
  expect(await votes()).toHaveLength(201);
  expect(new Set((await votes()).map((vote) => vote.series_id)).size).toBe(1);
});
