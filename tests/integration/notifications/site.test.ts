import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { DEFAULT_CHOICES } from '#src/features/notifications/mail-choice.ts';
import { mailSettings } from '#src/features/notifications/mail-settings.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { type RunningSite, testSite, type TestSite } from '#tests/support/running-site.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member } from '#tests/integration/community/members.ts';
import { circle, keyed } from './circle.ts';
import { headersOf, linkOf, textOf } from './received.ts';

const slow = 240_000;
const { db, url } = await testDatabase();
const server = await mailServer();
const { ask, answer } = circle(db);
let site: TestSite;
let running: RunningSite;

const start = () =>
  site.start({ DATABASE_URL: url, SMTP_URL: server.url, SECRET_KEY: keyed.SECRET_KEY });
beforeAll(async () => {
  site = await testSite({ 'en/using/first': '---\ntitle: First article\n---\n\nIt says hello.\n' });
  running = await start();
  expect(running.url, running.said()).not.toBe('');
}, slow);
afterAll(async () => {
  await site?.remove();
  await server.close();
}, slow);

let counter = 0;
const someone = (name: string) => member(db, `${name}-${(counter += 1)}`);

/** The cookie of somebody who is signed in. */
async function signIn(who: Actor): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('sessions')
    .values({
      token_hash: createHash('sha256').update(token).digest('hex'),
      member_id: who.id,
      user_agent: '',
      created_at: new Date(),
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute();
  return `session=${token}`;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, running.url), { headers, redirect: 'manual' });
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(new URL(path, running.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
    redirect: 'manual',
  });
const ofThisSite = () => ({ Origin: running.url });

/** Somebody is answered, and gets the mail that tells it, once it is due. */
async function answered(): Promise<{
  asker: Actor;
  questionId: number;
  answerId: number;
  source: string;
}> {
  const [asker, helper] = [await someone('asker'), await someone('helper')];
  const questionId = await ask(asker);
  const answerId = await answer(helper, questionId, 'Look into the history');
  await until('it is told', async () => {
    const { numUpdatedRows } = await db
      .updateTable('notifications')
      .set({ mail_at: new Date(0) })
      .where('member_id', '=', asker.id)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
  await addJob(db, 'mail-notifications', {});
  const address = `${asker.handle}@example.com`;
  const mine = () => server.received.filter(({ to }) => to[0] === address);
  await until('the mail is there', () => mine().length > 0);
  return { asker, questionId, answerId, source: mine()[0]!.source };
}

it('a mail leads to the very answer, and stands in the thread of its question', async () => {
  const { questionId, answerId, source } = await answered();
  const headers = headersOf(source);
  expect(headers).toMatchObject({
    'Auto-Submitted': 'auto-generated',
    'In-Reply-To': `<question-${questionId}@localhost>`,
    References: `<question-${questionId}@localhost>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Content-Type': expect.stringContaining('multipart/alternative'),
  });
  const link = linkOf(source, 'Read it in its place');
  expect(link).toContain(`?answer=${answerId}#answer-${answerId}`);
  const page = await get(link);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`id="answer-${answerId}"`);
  expect(textOf(source, 'html')).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
});

it('a mail program unsubscribes by one POST, without cookies and from elsewhere', async () => {
  const { asker, source } = await answered();
  const address = /^<(.*)>$/.exec(headersOf(source)['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const choices = async () => (await mailSettings(db, asker)).choices;

  // Programs that look at every link of a mail change nothing.
  const page = await get(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Do you want no more mails about answers to your questions');
  expect((await post(address, {})).status).toBe(400);
  expect(
    (await post(address.replace('of=', 'of=x'), { 'List-Unsubscribe': 'One-Click' })).status,
  ).toBe(404);
  expect(
    (await post(address, { 'List-Unsubscribe': 'One-Click', x: 'y'.repeat(3000) })).status,
  ).toBe(413);
  expect(await choices()).toEqual(DEFAULT_CHOICES);

  const elsewhere = { Origin: 'https://mail.example.org' };
  const done = await post(address, { 'List-Unsubscribe': 'One-Click' }, elsewhere);
  expect(done.status).toBe(200);
  expect(await choices()).toEqual({ ...DEFAULT_CHOICES, own: 'never' });

  // RFC 8058 allows either kind of form.
  const other = await answered();
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const theirs = /^<(.*)>$/.exec(headersOf(other.source)['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const encoded = new Response(body);
  const multipart = await fetch(theirs, {
    method: 'POST',
    headers: { 'Content-Type': encoded.headers.get('content-type')! },
    body: await encoded.text(),
  });
  expect(multipart.status).toBe(200);
  expect((await mailSettings(db, other.asker)).choices.own).toBe('never');
});

it('the page behind the link has a button, says what was stopped and offers the rest', async () => {
  const { asker, questionId, source } = await answered();
  const link = linkOf(source, 'Stop following this question');
  const page = await (await get(link)).text();
  expect(page).toContain('Do you want to hear no more of this question');
  const [, action = ''] = /<form method="post" action="([^"]+unsubscribe[^"]+)"/.exec(page) ?? [];
  const [, of = ''] = /name="of" value="([^"]+)"/.exec(page) ?? [];
  const door = action.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
  expect((await post(door, { of })).status).toBe(403);
  const done = await post(door, { of }, ofThisSite());
  expect(done.status).toBe(303);
  const after = await (await get(done.headers.get('location')!)).text();
  expect(after).toContain('You do not follow this question any more.');
  expect(after).toContain('href="/account/mail"');
  const follows = db
    .selectFrom('question_follows')
    .selectAll()
    .where('question_id', '=', questionId);
  expect((await follows.execute()).map((one) => one.member_id)).not.toContain(asker.id);
  expect((await post(door, { of: `${of}x` }, ofThisSite())).status).toBe(404);
  expect((await get('/account/unsubscribe?of=x')).status).toBe(404);
});

it('the bell counts, opening marks as read, and nobody else’s doors open', async () => {
  const { asker, questionId, answerId } = await answered();
  const cookie = await signIn(asker);
  const mine = { Cookie: cookie };
  const before = await (await get('/community', mine)).text();
  expect(before).toContain('Notifications, 1 unread');
  const list = await (await get('/account/notifications', mine)).text();
  const [, id = ''] = /name="notification" value="(\d+)"/.exec(list) ?? [];
  const stranger = { Cookie: await signIn(await someone('stranger')), ...ofThisSite() };
  const open = '/account/notifications?_action=notifications.open';
  expect((await post(open, { notification: id }, stranger)).status).toBe(404);
  expect((await post(open, { notification: id }, mine)).status).toBe(403);
  const opened = await post(open, { notification: id }, { ...mine, ...ofThisSite() });
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toMatch(
    new RegExp(`^/community/questions/${questionId}/.*answer=${answerId}#answer-${answerId}$`),
  );
  expect(await (await get('/community', mine)).text()).not.toContain('unread');
  for (const page of ['notifications', 'following', 'mail']) {
    const away = await get(`/account/${page}`);
    expect([away.status, away.headers.get('location')]).toEqual([
      303,
      `/account/sign-in?next=${encodeURIComponent(`/account/${page}`)}`,
    ]);
  }
});

it('following goes on where one came from, and nowhere else', async () => {
  const mine = { Cookie: await signIn(await someone('keen')), ...ofThisSite() };
  const door = '/account/following?_action=notifications.follow';
  const tag = { kind: 'tag', name: 'search', follow: 'yes' };
  const locations = [];
  for (const next of ['/community/tags/search', 'https://evil.example', '//evil.example']) {
    locations.push((await post(door, { ...tag, next }, mine)).headers.get('location'));
  }
  expect(locations).toEqual(['/community/tags/search', '/account/following', '/account/following']);
  expect(await (await get('/community/tags/search', mine)).text()).toContain('Stop following');
  expect((await post(door, { ...tag, name: 'no such!' }, mine)).status).toBe(404);
  const category = { kind: 'category', name: 'nowhere', follow: 'yes' };
  expect((await post(door, category, mine)).status).toBe(404);
  expect((await post(door, tag, ofThisSite())).status).toBe(303);
});

it('admins see how far mails have come, without what they say, and send them again', async () => {
  const { source } = await answered();
  expect(source).toContain('Look into the history');
  const admin = { Cookie: await signIn(await member(db, `boss-${counter}`, 'admin')) };
  const moderator = { Cookie: await signIn(await member(db, `mod-${counter}`, 'moderator')) };
  const page = await get('/moderation/mails', admin);
  const text = await page.text();
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('Sent');
  expect(text).not.toContain('Look into the history');
  expect(text).not.toContain('unsubscribe?of=');
  expect((await get('/moderation/mails', moderator)).status).toBe(403);
  expect((await get('/moderation/mails')).status).toBe(303);
  const { id } = await db.selectFrom('mails').select('id').limit(1).executeTakeFirstOrThrow();
  const door = '/moderation/mails?_action=notifications.resend';
  expect((await post(door, { mail: String(id) }, { ...moderator, ...ofThisSite() })).status).toBe(
    403,
  );
  const before = server.received.length;
  const sent = await post(door, { mail: String(id) }, { ...admin, ...ofThisSite() });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/moderation/mails?resent']);
  await until('it arrives again', () => server.received.length > before);
});

/** What a stream has sent so far, and whether it has ended. */
function listen(questionId: number) {
  const heard = { events: [] as string[], hasEnded: false, status: 0, headers: new Headers() };
  const stopping = new AbortController();
  const ended = (async () => {
    const response = await fetch(`${running.url}/community/questions/${questionId}/events`, {
      headers: { Accept: 'text/event-stream' },
      signal: stopping.signal,
    });
    heard.status = response.status;
    heard.headers = response.headers;
    for await (const chunk of response.body ?? []) {
      heard.events.push(
        ...(Buffer.from(chunk)
          .toString()
          .match(/^data: .*$/gm) ?? []),
      );
    }
  })()
    .catch(() => {})
    .finally(() => (heard.hasEnded = true));
  return { heard, ended, stop: () => stopping.abort() };
}

it('an open page hears of answers, until nobody may read the question', async () => {
  const [asker, helper] = [await someone('asker'), await someone('helper')];
  const id = await ask(asker);
  const { heard, stop } = listen(id);
  await until('it begins', () => heard.events.length === 1);
  expect(heard.events).toEqual(['data: {"answers":0,"latest":null}']);
  expect(heard.headers.get('content-type')).toBe('text/event-stream;charset=utf-8');
  expect(heard.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(heard.headers.get('content-encoding')).toBeNull();
  const answerId = await answer(helper, id, 'Look into the history');
  await until('it is told', () => heard.events.length === 2);
  expect(heard.events[1]).toBe(`data: {"answers":1,"latest":${answerId}}`);
  const { notify } = await import('#src/server/changes.store.ts');
  await db.updateTable('questions').set({ hidden_at: new Date() }).where('id', '=', id).execute();
  await notify(db, JSON.stringify([`question:${id}`]));
  await until('it ends', () => heard.hasEnded);
  stop();
  const later = listen(id);
  await later.ended;
  expect(later.heard.status).toBe(404);
  const none = listen(999_999);
  await none.ended;
  expect(none.heard.status).toBe(404);
});

it('one address has a limited number of streams, and a new one when one has closed', async () => {
  const id = await ask(await someone('asker'));
  const streams = Array.from({ length: 50 }, () => listen(id));
  await until('they begin', () => streams.every(({ heard }) => heard.events.length === 1));
  const refused = listen(id);
  await refused.ended;
  expect(refused.heard.status).toBe(503);
  streams[0]!.stop();
  await sleep(200);
  const next = listen(id);
  await until('it begins', () => next.heard.events.length === 1);
  for (const { stop } of [...streams, next]) stop();
});

it('open streams hold up no stop', { timeout: slow }, async () => {
  const id = await ask(await someone('asker'));
  const streams = Array.from({ length: 5 }, () => listen(id));
  await until('they begin', () => streams.every(({ heard }) => heard.events.length === 1));
  const began = Date.now();
  running.process.kill('SIGTERM');
  await until('it has ended', () => running.process.exitCode !== null, 20);
  expect(running.process.exitCode).toBe(0);
  expect(Date.now() - began).toBeLessThan(3500);
  expect(streams.every(({ heard }) => heard.hasEnded)).toBe(true);
});
