import { expect, test } from 'vitest';
import { articleFacts } from '#src/features/articles/manifest.ts';
import { receiveVote } from '#src/features/feedback/receive-vote.ts';
import { receiveWords } from '#src/features/feedback/receive-words.ts';
import { recogniseSender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = new Date('2026-11-22T12:01:00Z');

test('a comment is kept without the addresses and numbers in it', async () => {
  const { revision } = (await articleFacts('en', 'using', 'search'))!;
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const traces = { socketAddress: '192.0.2.1', forwardedFor: null, userAgent, acceptLanguage: '' };
  const sender = await recogniseSender(db, traces, 0, noon);
  const page = { locale: 'en', category: 'using', slug: 'search', revision, answer: 'no' as const };
  const ticket = await receiveVote(db, { ...page, elapsed: 9000 }, sender, true, noon);
  const comment = 'Write to jane@example.com or +49 30 901820.\nMy card is 4111 1111 1111 1111.';
  await receiveWords(db, { ...page, ticket, comment }, sender, later);
  const kept = await db.selectFrom('article_feedback').select('comment').execute();
  expect(kept).toEqual([{ comment: 'Write to […] or […].\nMy card is […].' }]);
});
