import { beforeEach, describe, expect, test } from 'vitest';
import { forgetWaiting } from '#src/features/feedback/forget-waiting.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { leaveAddress, readAddress } from '#src/features/feedback/leave-address.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import {
  countWaiting,
  findCommentSubject,
  insertWaiting,
} from '#src/features/feedback/waiting-readers.store.ts';
import { decideInsight } from '#src/features/insights/decide-insight.ts';
import { waitForAnswer } from '#src/features/search/wait-for-answer.ts';
import { InvalidInput, NotFound, TooMany } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { member } from '#tests/integration/community/members.ts';
import { article, factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { sender as mailSender } from '#tests/integration/notifications/circle.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-20T12:00:00Z');
const moderator = await member(db, 'mod', 'moderator');
const from = { authors: [], site: mailSender.site };
let visitors = 0;

function someone(): Sender {
  visitors += 1;
  return {
    visitor: { code: `v${visitors}`, codeYesterday: undefined, network: `n${visitors}` },
    salts: { today: Buffer.from('today'), yesterday: undefined },
    userAgent: 'Mozilla/5.0',
  } as unknown as Sender;
}

const invite = article();
await syncArticles(db, [invite], 'en', now);
await giveFeedback(
  db,
  {
    article: factsOf(invite),
    revision: invite.revision,
    answer: 'no',
    comment: 'The button is gone.',
    locale: 'en',
  },
  { code: 'ann', codeYesterday: undefined },
  now,
);
const subject = (await findCommentSubject(db, factsOf(invite), ['ann']))!;
await db
  .insertInto('search_days')
  .values(
    ['slack', 'slack bot'].map((query) => ({
      day: '2026-11-20',
      locale: 'de',
      query,
      visits: 1,
      partial: 0,
      nothing: 1,
      clicked: 0,
      missed: 1,
    })),
  )
  .execute();

const mails = () => db.selectFrom('mails').selectAll().orderBy('id').execute();
const waiting = () => db.selectFrom('waiting_readers').selectAll().execute();
const decide = (
  kind: 'comment' | 'search',
  of: string | string[],
  state: 'planned' | 'fixed' | 'dismissed',
  tells = false,
) =>
  decideInsight(
    db,
    moderator,
    { kind, subjects: [of].flat(), state, note: 'It is back, under Team.', tells },
    from,
    'en',
    now,
  );

beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  await db.deleteFrom('waiting_readers').execute();
});

describe('leaving an address', () => {
  test('keeps it once, in the reader’s language, under the search as it is counted', async () => {
    const ann = someone();
    await waitForAnswer(db, { query: ' „SLACK“? ', email: ' ann@example.com ' }, 'de', ann, now);
    await waitForAnswer(db, { query: 'slack', email: 'ann@example.com' }, 'de', ann, now);
    expect(await waiting()).toEqual([
      {
        kind: 'search',
        subject: 'de:slack',
        email: 'ann@example.com',
        locale: 'de',
        created_at: now,
      },
    ]);
    expect(await countWaiting(db, 'search', ['de:slack', 'en:slack'])).toEqual(
      new Map([['de:slack', 1]]),
    );
  });

  test('takes no nonsense', async () => {
    const leave = (query: string, email: string) =>
      waitForAnswer(db, { query, email }, 'en', someone(), now);
    await expect(leave('slack', 'nobody')).rejects.toThrow(InvalidInput);
    await expect(leave('slack', '')).rejects.toThrow(InvalidInput);
    await expect(leave(' ', 'ann@example.com')).rejects.toThrow(NotFound);
    expect(readAddress(' ', 'en')).toBeUndefined();
    expect(() => readAddress('a@b\nBcc: c@d.example', 'en')).toThrow(InvalidInput);
    expect(await waiting()).toEqual([]);
  });

  test('has its limits: by visitor, and by address whoever types it', async () => {
    const eager = someone();
    const leave = (sender: Sender, at: number, email = 'eve@example.com') =>
      leaveAddress(db, 'search', { subject: `en:${at}`, email, locale: 'en' }, sender, now);
    for (let at = 0; at < 10; at += 1) await leave(eager, at);
    await expect(leave(eager, 10)).rejects.toThrow(TooMany);
    // The one that was refused counts for the address.
    for (let at = 0; at < 9; at += 1) await leave(someone(), at);
    await expect(leave(someone(), 11)).rejects.toThrow(TooMany);
  });
});

describe('closing what readers wait for', () => {
  test('tells each once, with the note and the article, and forgets them', async () => {
    for (const [email, locale] of [
      ['ann@example.com', 'de'],
      ['ben@example.com', 'en'],
    ] as const) {
      await insertWaiting(db, 'comment', { subject, email, locale }, now);
    }
    await decide('comment', subject, 'planned', true);
    expect(await mails()).toEqual([]);
    await decide('comment', subject, 'fixed', true);
    await decide('comment', subject, 'fixed', true);
    const [german, english, ...more] = await mails();
    expect(more).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(german).toMatchObject({
      kind: 'waiting-reader',
      recipient: 'ann@example.com',
      subject: '„Invite people“ wurde verbessert · Helpmark',
    });
    expect(german!.text_body).toContain('> It is back, under Team.');
    expect(german!.text_body).toContain('Es bleibt die einzige');
    expect(english!.text_body).toContain('https://help.example.com/articles/using/invite');
    expect(english!.html_body).toContain('It is back, under Team.</blockquote>');
  });

  test('leads those who searched back to the search', async () => {
    const reader = { subject: 'de:slack', email: 'ann@example.com', locale: 'de' };
    await insertWaiting(db, 'search', reader, now);
    await decide('search', 'de:slack', 'fixed', true);
    const [mail] = await mails();
    expect(mail!.text_body).toContain('https://help.example.com/de/search?q=slack');
  });

  test('sends one mail to who searched in two ways', async () => {
    const subjects = ['de:slack', 'de:slack bot'];
    for (const [at, of] of subjects.entries()) {
      const email = at === 0 ? 'ann@example.com' : 'Ann@Example.com';
      await insertWaiting(db, 'search', { subject: of, email, locale: 'de' }, now);
    }
    await decide('search', subjects, 'fixed', true);
    expect(await mails()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test('keeps them when it is fixed without telling, and forgets them when it is dismissed', async () => {
    await insertWaiting(db, 'comment', { subject, email: 'ann@example.com', locale: 'en' }, now);
    await decide('comment', subject, 'fixed');
    expect(await waiting()).toHaveLength(1);
    await decide('comment', subject, 'dismissed');
    expect(await waiting()).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

test('after twelve months nobody waits any more', async () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  for (const [day, email] of [
    ['2025-11-19', 'old@example.com'],
    ['2025-11-21', 'new@example.com'],
  ] as const) {
    await insertWaiting(db, 'search', { subject: 'en:x', email, locale: 'en' }, at(day));
  }
  await forgetWaiting(db, now);
  expect(await waiting()).toMatchObject([{ email: 'new@example.com' }]);
});
