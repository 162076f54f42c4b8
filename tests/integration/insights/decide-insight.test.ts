import { beforeEach, expect, test } from 'vitest';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { decideInsight, type Decision } from '#src/features/insights/decide-insight.ts';
import {
  commentSubject,
  MOST_SUBJECTS,
  searchSubject,
  STATE_NOTE_LENGTH,
} from '#src/features/insights/insight-state.ts';
import { listStates } from '#src/features/insights/insight-states.store.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { member } from '#tests/integration/community/members.ts';
import { article, factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { sender } from '#tests/integration/notifications/circle.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-20T12:00:00Z');
const authors = [
  { handle: 'mara', name: 'Mara', email: 'mara-l@example.com' },
  { handle: 'joana', name: 'Joana' },
];
const [admin, moderator, mara, joana, reader] = await Promise.all([
  member(db, 'boss', 'admin'),
  member(db, 'mod', 'moderator'),
  member(db, 'mara-l', 'author'),
  member(db, 'joana', 'author'),
  member(db, 'reader'),
]);

const invite = article();
await syncArticles(db, [invite], 'en', now);
const words = { answer: 'no', comment: 'The button is gone.', locale: 'en' } as const;
const ballot = { article: factsOf(invite), revision: invite.revision, ...words };
await giveFeedback(db, ballot, { code: 'a:b', codeYesterday: undefined }, now);
const { series_id: seriesId, visitor } = await db
  .selectFrom('article_feedback')
  .selectAll()
  .executeTakeFirstOrThrow();
const comment = commentSubject({ seriesId, visitor });
await db
  .insertInto('search_days')
  .values([
    {
      day: '2026-11-20',
      locale: 'en',
      query: 'slack: how',
      visits: 1,
      partial: 0,
      nothing: 1,
      clicked: 0,
      missed: 1,
    },
    {
      day: '2026-11-20',
      locale: 'en',
      query: 'slack',
      visits: 1,
      partial: 0,
      nothing: 1,
      clicked: 0,
      missed: 1,
    },
  ])
  .execute();
await db
  .insertInto('missing_page_days')
  .values({ day: '2026-11-20', path: '/old', referrer: '', visits: 3 })
  .execute();

const planned: Decision = { kind: 'comment', subjects: [comment], state: 'planned', note: 'Soon.' };
const decide = (actor: typeof mara | undefined, decision: Partial<Decision> = {}, at = now) =>
  decideInsight(db, actor, { ...planned, ...decision }, { authors, site: sender.site }, 'en', at);
const rows = () => db.selectFrom('insight_states').selectAll().orderBy('subject').execute();

beforeEach(async () => {
  await db.deleteFrom('insight_states').execute();
});

test('a comment gets a state and a note, and the last decision counts', async () => {
  await decide(moderator, { note: '  Soon.\r\nReally. ' });
  expect(await rows()).toEqual([
    {
      kind: 'comment',
      subject: comment,
      state: 'planned',
      note: 'Soon.\nReally.',
      target: null,
      by_id: moderator.id,
      at: now,
    },
  ]);
  const later = new Date('2026-11-21T12:00:00Z');
  await decide(admin, { state: 'fixed', note: '' }, later);
  await decide(admin, { state: 'fixed', note: '' }, later);
  expect(await rows()).toMatchObject([{ state: 'fixed', note: '', by_id: admin.id, at: later }]);
  expect(await listStates(db, 'comment', [comment, '7:x'])).toEqual(
    new Map([[comment, { state: 'fixed', note: '', target: null }]]),
  );
});

test('authors decide about comments on their own articles and nothing else', async () => {
  await decide(mara);
  expect(await rows()).toHaveLength(1);
  await expect(decide(joana)).rejects.toThrow(NotAllowed);
  const search = { kind: 'search', subjects: [searchSubject({ locale: 'en', query: 'slack' })] };
  await expect(decide(mara, search as Partial<Decision>)).rejects.toThrow(NotAllowed);
  await expect(decide(mara, { kind: 'missing-page', subjects: ['/old'] })).rejects.toThrow(
    NotAllowed,
  );
});

test('one comment of their own does not let authors decide about those of others', async () => {
  const other = article({ slug: 'other', owner: 'joana' });
  await syncArticles(db, [invite, other], 'en', now);
  const said = { ...ballot, article: factsOf(other), revision: other.revision };
  await giveFeedback(db, said, { code: 'a:b', codeYesterday: undefined }, now);
  const found = await db.selectFrom('article_feedback').selectAll().execute();
  const subjects = found.map((one) => commentSubject({ ...one, seriesId: one.series_id }));
  expect(subjects).toHaveLength(2);
  await expect(decide(mara, { subjects })).rejects.toThrow(NotAllowed);
  expect(await rows()).toEqual([]);
});

test('nobody else decides', async () => {
  await expect(decide(undefined)).rejects.toThrow(NotSignedIn);
  await expect(decide(reader)).rejects.toThrow(NotAllowed);
  await expect(decide({ ...moderator, suspendedUntil: now })).rejects.toThrow(NotAllowed);
  expect(await rows()).toEqual([]);
});

test('several ways of saying one thing are decided about at once', async () => {
  const subjects = ['slack', 'slack: how', 'slack'].map((query) =>
    searchSubject({ locale: 'en', query }),
  );
  await decide(moderator, { kind: 'search', subjects });
  expect((await rows()).map(({ subject }) => subject)).toEqual(['en:slack', 'en:slack: how']);
});

test('a missing page may lead to a path of this site', async () => {
  const missing = { kind: 'missing-page', subjects: ['/old'] } as const;
  const lead = (target: string) => decide(moderator, { ...missing, subjects: ['/old'], target });
  await lead(' /articles/using/invite ');
  expect(await rows()).toMatchObject([{ target: '/articles/using/invite' }]);
  for (const target of ['https://evil.example', '//evil.example', '/\\evil', 'new', '/a b']) {
    await expect(lead(target)).rejects.toThrow(InvalidInput);
  }
  await lead('');
  expect(await rows()).toMatchObject([{ target: null }]);
});

test('what there is not cannot be decided about', async () => {
  for (const subject of ['', 'x', `${seriesId}:z`, '99999999999:a', `${seriesId}:\0`]) {
    await expect(decide(moderator, { subjects: [subject] })).rejects.toThrow(NotFound);
  }
  await expect(decide(moderator, { subjects: [] })).rejects.toThrow(NotFound);
  await expect(decide(moderator, { subjects: [comment, '1:nope'] })).rejects.toThrow(NotFound);
  await expect(
    decide(moderator, { subjects: Array.from({ length: MOST_SUBJECTS + 1 }, () => comment) }),
  ).rejects.toThrow(NotFound);
  await expect(decide(moderator, { note: 'x'.repeat(STATE_NOTE_LENGTH + 1) })).rejects.toThrow(
    InvalidInput,
  );
  expect(await rows()).toEqual([]);
});
