import { beforeEach, describe, expect, test } from 'vitest';
import { explain } from '#src/features/feedback/explain.ts';
import type { Ballot } from '#src/features/feedback/give-feedback.ts';
import {
  COMMENTS_PER_VISITOR,
  VOTES_PER_ADDRESS,
  VOTES_PER_VISITOR,
} from '#src/features/feedback/limits.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { setAside, vote } from '#src/features/feedback/vote.ts';
import { createDatabase } from '#src/server/database.ts';
import { isDatabaseAway, TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { article, factsOf } from './sample-articles.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-21T12:00:00Z');
const invite = article();
const no: Ballot = {
  article: factsOf(invite),
  revision: invite.revision,
  locale: 'en',
  answer: 'no',
};
const visitor = (code: string, network = `${code}’s network`) => ({
  code,
  codeYesterday: undefined,
  network,
});
const votes = () => db.selectFrom('article_feedback').selectAll().orderBy('visitor').execute();

beforeEach(async () => {
  await db.deleteFrom('articles').execute();
  await db.deleteFrom('rate_limits').execute();
  await syncArticles(db, [invite], 'en', noon);
});

describe('voting', () => {
  test('again and again is harmless up to the limit of a visitor, and then refused', async () => {
    const tireless = visitor('tireless');
    for (let count = 0; count < VOTES_PER_VISITOR.uses; count += 1) {
      await vote(db, no, tireless, noon);
    }
    await expect(vote(db, no, tireless, noon)).rejects.toThrow(TooMany);
    expect(await votes()).toHaveLength(1);
    await vote(db, no, visitor('bo'), noon);
  });

  test('of many visitors at one address ends at the limit of an address', async () => {
    const crowd = Array.from({ length: VOTES_PER_ADDRESS.uses + 10 }, (_, index) =>
      vote(db, no, visitor(`pupil-${index}`, 'school'), noon),
    );
    const outcomes = await Promise.allSettled(crowd);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await votes()).toHaveLength(VOTES_PER_ADDRESS.uses);
  });

  test('leaves no address behind, in no table', async () => {
    await vote(db, no, visitor('amira'), noon);
    const keys = await db.selectFrom('rate_limits').select('key').execute();
    expect(keys.map(({ key }) => key).sort()).toEqual([
      'vote-address:amira’s network',
      'vote-visitor:amira',
    ]);
  });

  test('fails honestly when the database is away', async () => {
    const away = createDatabase('postgres://nobody@127.0.0.1:1/none');
    const error = await vote(away, no, visitor('amira'), noon).catch((reason: unknown) => reason);
    expect(isDatabaseAway(error)).toBe(true);
    await away.destroy();
  });
});

describe('explaining a vote', () => {
  const words = { ...no, reason: 'did-not-work', comment: 'Step 3.', section: 'first' } as const;

  test('adds the words to the vote, also when the visitor has got another code since', async () => {
    await vote(db, no, visitor('amira'), noon);
    await explain(db, words, visitor('amira on the train'), 'amira', noon);
    const { reason, comment, section } = words;
    expect(await votes()).toMatchObject([{ visitor: 'amira', reason, comment, section }]);
  });

  test('finds a vote that was put in the place of yesterday’s', async () => {
    await vote(db, no, visitor('yesterday'), noon);
    const today = { ...visitor('today'), codeYesterday: 'yesterday' };
    await vote(db, no, today, noon);
    await explain(db, words, today, 'today', noon);
    expect(await votes()).toMatchObject([{ visitor: 'yesterday', comment: 'Step 3.' }]);
  });

  test('has a limit of its own', async () => {
    const talker = visitor('talker');
    for (let count = 0; count < COMMENTS_PER_VISITOR.uses; count += 1) {
      await explain(db, words, talker, talker.code, noon);
    }
    await expect(explain(db, words, talker, talker.code, noon)).rejects.toThrow(TooMany);
    await vote(db, no, talker, noon);
  });
});

test('what a trap caught is counted by day and trap, and is in no table of votes', async () => {
  await Promise.all([
    setAside(db, 'honeypot', noon),
    setAside(db, 'honeypot', noon),
    setAside(db, 'haste', noon),
  ]);
  await setAside(db, 'honeypot', new Date('2026-11-22T12:00:00Z'));
  const rows = await db
    .selectFrom('trapped_feedback')
    .select(['trap', 'count'])
    .orderBy('day')
    .orderBy('trap')
    .execute();
  expect(rows).toEqual([
    { trap: 'haste', count: 1 },
    { trap: 'honeypot', count: 2 },
    { trap: 'honeypot', count: 1 },
  ]);
  expect(await votes()).toEqual([]);
});
