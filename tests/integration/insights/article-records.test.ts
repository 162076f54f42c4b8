import { beforeEach, describe, expect, test } from 'vitest';
import { removeExamples, SeedError, seedOnce, type SeedTools } from '#db/seed.ts';
import { giveFeedback, type Ballot } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Article } from '#src/features/content/article.ts';
import { articleDigests } from '#src/features/insights/article-digests.ts';
import { articleRecords } from '#src/features/insights/article-records.ts';
import { countExamples } from '#src/features/insights/article-records.store.ts';
import { article, factsOf, text } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const invite = article();
const rewritten = article({ body: text('fresh') });

/** `yes` visitors say yes, the others no. */
async function votes(on: Article, n: number, yes: number, more: Partial<Ballot> = {}) {
  const ballot = { article: factsOf(on), revision: on.revision, locale: 'en', ...more };
  for (let index = 0; index < n; index += 1) {
    const voter = { code: `${on.revision}-${index}`, codeYesterday: undefined };
    const answer = index < yes ? 'yes' : 'no';
    await giveFeedback(db, { ...ballot, answer }, voter, day(index + 1));
  }
}

beforeEach(async () => {
  await db.deleteFrom('articles').execute();
  await db.deleteFrom('seeds').execute();
});

describe('the record of an article', () => {
  test('without votes says so', async () => {
    await syncArticles(db, [invite], 'en', day(1));
    expect(await articleRecords(db)).toEqual([
      {
        id: expect.any(Number),
        file: 'articles/en/using/invite.md',
        locale: 'en',
        category: 'using',
        slug: 'invite',
        title: 'Invite people',
        owner: 'mara',
        removed: false,
        reviewBy: null,
        revision: invite.revision,
        series: expect.any(Number),
        seriesBefore: null,
        since: day(1),
        n: 0,
        yes: 0,
        helpfulness: null,
        change: null,
      },
    ]);
  });

  test('counts the present series and judges the edit by the one before', async () => {
    await syncArticles(db, [invite], 'en', day(1));
    await votes(invite, 20, 4);
    await syncArticles(db, [rewritten], 'en', day(2));
    await votes(rewritten, 20, 16);
    const [record] = await articleRecords(db);
    expect(record).toMatchObject({
      n: 20,
      yes: 16,
      helpfulness: { share: 0.8 },
      change: { verdict: 'better', before: { n: 20, yes: 4, helpfulness: { share: 0.2 } } },
    });
    expect(record?.change?.difference?.points).toBeCloseTo(0.6);
  });

  test('speaks of no share and no points below ten votes', async () => {
    await syncArticles(db, [invite], 'en', day(1));
    await votes(invite, 9, 9);
    await syncArticles(db, [rewritten], 'en', day(2));
    await votes(rewritten, 12, 0);
    expect(await articleRecords(db)).toMatchObject([
      {
        helpfulness: { share: 0 },
        change: { verdict: 'worse', difference: null, before: { helpfulness: null } },
      },
    ]);
  });

  test('compares with the series that was open just before, also after going back', async () => {
    const third = article({ body: text('third') });
    await syncArticles(db, [invite], 'en', day(1));
    await votes(invite, 3, 3);
    await syncArticles(db, [rewritten], 'en', day(2));
    await votes(rewritten, 2, 0);
    await syncArticles(db, [third], 'en', day(3));
    await votes(third, 4, 1);
    await syncArticles(db, [rewritten], 'en', day(4));
    expect(await articleRecords(db)).toMatchObject([
      { n: 2, change: { before: { n: 4, yes: 1 } } },
    ]);
    await syncArticles(db, [invite], 'en', day(5));
    expect(await articleRecords(db)).toMatchObject([
      { n: 3, change: { before: { n: 2, yes: 0 } } },
    ]);
  });

  test('has the three latest comments, the newest first, and counts the reasons', async () => {
    await syncArticles(db, [invite], 'en', day(1));
    for (const [index, comment] of ['one', 'two', 'three', 'four'].entries()) {
      await giveFeedback(
        db,
        {
          article: factsOf(invite),
          revision: invite.revision,
          locale: 'de',
          answer: 'no',
          reason: index < 3 ? 'outdated' : 'did-not-work',
          comment,
          section: 'first',
        },
        { code: comment, codeYesterday: undefined },
        day(index + 1),
      );
    }
    const [record] = await articleDigests(db, { from: '2026-11-01', to: '2026-11-30' });
    expect(record?.reasons).toEqual({ outdated: 3, 'did-not-work': 1 });
    expect(record?.comments.map(({ comment }) => comment)).toEqual(['four', 'three', 'two']);
    expect(record?.comments[0]).toEqual({
      at: day(4),
      answer: 'no',
      reason: 'did-not-work',
      section: 'first',
      locale: 'de',
      comment: 'four',
    });
  });

  test('stands behind those with votes while it has none itself', async () => {
    await syncArticles(db, [invite, article({ slug: 'a-silent-one' })], 'en', day(1));
    await votes(invite, 1, 1);
    expect((await articleRecords(db)).map(({ slug }) => slug)).toEqual(['invite', 'a-silent-one']);
  });
});

describe('seeds', () => {
  // This seed needs nothing of the house above.
  const tools = {} as SeedTools;

  test('are sown by name, once', async () => {
    await syncArticles(db, [invite, article({ slug: 'search' })], 'en', day(1));
    expect(await seedOnce(db, 'demo', day(20), tools)).toBe(true);
    const examples = await countExamples(db);
    expect(examples).toBeGreaterThan(20);
    expect(await seedOnce(db, 'demo', day(21), tools)).toBe(false);
    expect(await countExamples(db)).toBe(examples);
  });

  test('are all marked as examples', async () => {
    await syncArticles(db, [article({ slug: 'search' })], 'en', day(1));
    await seedOnce(db, 'demo', day(20), tools);
    const records = await articleRecords(db);
    expect(records[0]).toMatchObject({ n: 24, yes: 18 });
    expect(await countExamples(db)).toBe(24);
  });

  test('can be taken away, and readers’ votes stay', async () => {
    await syncArticles(db, [invite], 'en', day(1));
    await votes(invite, 2, 1);
    await seedOnce(db, 'demo', day(20), tools);
    const examples = await countExamples(db);
    expect(await removeExamples(db)).toBe(examples);
    expect(await countExamples(db)).toBe(0);
    expect(await articleRecords(db)).toMatchObject([{ n: 2, yes: 1 }]);
    expect(await seedOnce(db, 'demo', day(21), tools)).toBe(false);
  });

  test('are refused while there is nothing to sow them on, and may be tried again', async () => {
    await expect(seedOnce(db, 'demo', day(20), tools)).rejects.toThrow(SeedError);
    await syncArticles(db, [invite], 'en', day(1));
    expect(await seedOnce(db, 'demo', day(20), tools)).toBe(true);
  });

  test('are named when somebody asks for another', async () => {
    await expect(seedOnce(db, 'nope', day(20), tools)).rejects.toThrow(
      'community | community-volume | demo | volume',
    );
  });
});
