import { expect, test } from 'vitest';
import { changeRequest } from '#src/features/contact/change-request.ts';
import { hearDesk } from '#src/features/contact/hear-desk.ts';
import { readRequest } from '#src/features/contact/read-request.ts';
import { readRequests } from '#src/features/contact/read-requests.ts';
import { readOccasion } from '#src/features/surveys/occasion.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mailsTo } from '#tests/integration/accounts/people.ts';
import { member } from '#tests/integration/community/members.ts';
import { env, letterhead, now, sent } from './requests.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const moderator = await member(db, 'joana', 'moderator');
const author = await member(db, 'writer', 'author');
const later = new Date(now.getTime() + 3_600_000);

const rowOf = (id: number) =>
  db.selectFrom('contact_requests').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('staff changes the state, which is noted, and closing asks once how it was', async () => {
  const email = 'once@example.net';
  const { id, reference } = await sent(db, { email });
  const change = (state: 'open' | 'answered' | 'closed') =>
    changeRequest(db, moderator, reference, state, letterhead, later);
  await change('answered');
  expect(await rowOf(id)).toMatchObject({ state: 'answered', answered_at: later, closed_at: null });
  await change('closed');
  await change('closed');
  expect(await rowOf(id)).toMatchObject({
    state: 'closed',
    answered_at: later,
    closed_at: later,
    closed_by_id: moderator.id,
  });
  await change('open');
  expect(await rowOf(id)).toMatchObject({ state: 'open', closed_at: null, closed_by_id: null });
  await change('closed');

  const [mail, ...others] = (await mailsTo(db, email)).filter(
    ({ kind }) => kind === 'contact-closed',
  );
  expect(others).toEqual([]);
  const links = [...(mail?.text.matchAll(/^(\d): https:\/\/help\.example\.com(\/\S+)$/gm) ?? [])];
  const scores = links.map(([, score, path = '']) => {
    const query = new URL(path, 'https://help.example.com').searchParams;
    expect(readOccasion(env, query.get('of'))).toEqual({ moment: 'contact-closed', requestId: id });
    expect(query.get('csat') ?? query.get('ces')).toBe(score);
    return `${query.has('csat') ? 'csat' : 'ces'} ${score}`;
  });
  expect(scores).toEqual([
    ...[1, 2, 3, 4, 5].map((score) => `csat ${score}`),
    ...[1, 2, 3, 4, 5, 6, 7].map((score) => `ces ${score}`),
  ]);

  const page = await readRequest(db, moderator, reference);
  expect(page?.changes.map(({ became, by }) => `${became} ${by?.handle}`)).toEqual([
    'answered joana',
    'closed joana',
    'open joana',
    'closed joana',
  ]);
});

test('nobody but moderators reads or changes requests', async () => {
  const { reference } = await sent(db);
  for (const [actor, error] of [
    [undefined, NotSignedIn],
    [author, NotAllowed],
  ] as const) {
    const change = changeRequest(db, actor, reference, 'closed', letterhead, later);
    await expect(change).rejects.toBeInstanceOf(error);
    await expect(readRequests(db, actor, undefined, {})).rejects.toBeInstanceOf(error);
    await expect(readRequest(db, actor, reference)).rejects.toBeInstanceOf(error);
  }
  const unknown = changeRequest(db, moderator, 'HM-000000', 'closed', letterhead, later);
  await expect(unknown).rejects.toBeInstanceOf(NotFound);
});

test('the help desk says what became of a request, and saying it again changes nothing', async () => {
  const email = 'desk@example.net';
  const { id, reference } = await sent(db, { email });
  const say = (word: unknown, messageId: string) =>
    hearDesk(db, { id: messageId, body: JSON.stringify(word) }, letterhead, later);
  await say({ reference, state: 'closed' }, 'msg-1');
  expect(await rowOf(id)).toMatchObject({ state: 'closed', closed_by_id: null });
  await changeRequest(db, moderator, reference, 'open', letterhead, later);
  await say({ reference, state: 'closed' }, 'msg-1');
  expect(await rowOf(id)).toMatchObject({ state: 'open' });
  await say({ reference, state: 'answered' }, 'msg-2');
  expect(await rowOf(id)).toMatchObject({ state: 'answered' });
  expect((await mailsTo(db, email)).map(({ kind }) => kind)).toEqual([
    'contact-closed',
    'contact-receipt',
  ]);

  await expect(say({ reference: 'HM-ZZZZZZ', state: 'closed' }, 'msg-3')).rejects.toBeInstanceOf(
    NotFound,
  );
  for (const word of [{}, { reference, state: 'open' }, { reference: "HM-'", state: 'closed' }]) {
    await expect(say(word, 'msg-4')).rejects.toBeInstanceOf(InvalidInput);
  }
  const closed = { reference, state: 'closed' };
  await expect(say(closed, 'x'.repeat(5000))).rejects.toBeInstanceOf(InvalidInput);
  await expect(
    hearDesk(db, { id: 'msg-5', body: 'no json' }, letterhead, later),
  ).rejects.toBeInstanceOf(InvalidInput);
  // What was refused may be sent again, once it is mended.
  await say({ reference, state: 'closed' }, 'msg-3');
  expect(await rowOf(id)).toMatchObject({ state: 'closed' });
});

test('what the help desk said before it closed a request opens it no more when it comes late', async () => {
  const { id, reference } = await sent(db);
  const say = (state: string, messageId: string) =>
    hearDesk(db, { id: messageId, body: JSON.stringify({ reference, state }) }, letterhead, later);
  await say('closed', 'late-1');
  await say('answered', 'late-2');
  expect(await rowOf(id)).toMatchObject({ state: 'closed' });
  await changeRequest(db, moderator, reference, 'open', letterhead, later);
  await say('answered', 'late-3');
  expect(await rowOf(id)).toMatchObject({ state: 'answered' });
});

test('the list has the newest first, by state, page by page', async () => {
  await db.deleteFrom('contact_requests').execute();
  const references: string[] = [];
  for (let at = 0; at < 35; at++) {
    const time = new Date(now.getTime() + at * 1000);
    references.unshift((await sent(db, {}, {}, { at: time })).reference);
  }
  const first = await readRequests(db, moderator, undefined, {});
  const [last] = first.rows.slice(-1);
  const after = { value: last!.createdAt.getTime(), id: last!.id };
  const second = await readRequests(db, moderator, undefined, { after });
  expect([...first.rows, ...second.rows].map(({ reference }) => reference)).toEqual(references);
  expect(second.next).toBeUndefined();
  const [top] = second.rows;
  const before = { value: top!.createdAt.getTime(), id: top!.id };
  const back = await readRequests(db, moderator, undefined, { before });
  expect(back.rows).toEqual(first.rows);

  await changeRequest(db, moderator, references[3]!, 'closed', letterhead, later);
  const closed = await readRequests(db, moderator, 'closed', {});
  expect(closed.rows.map(({ reference }) => reference)).toEqual([references[3]]);
});
