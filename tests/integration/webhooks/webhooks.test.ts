import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { AT_ONCE, type Admission } from '#src/features/community/admission.ts';
import { COMMUNITY_EVENT_TASK, type CommunityEvent } from '#src/features/community/announce.ts';
import { tellWebhooks } from '#src/features/community/tell-webhooks.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import {
  FEEDBACK_COMMENT_TASK,
  type CommentGiven,
} from '#src/features/feedback/announce-comment.ts';
import { giveFeedback, type Ballot } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { addEndpoint } from '#src/features/webhooks/add-endpoint.ts';
import { announceWebhook, DELIVER_WEBHOOK_TASK } from '#src/features/webhooks/announce-webhook.ts';
import { changeEndpoint } from '#src/features/webhooks/change-endpoint.ts';
import { cleanDeliveries } from '#src/features/webhooks/clean-deliveries.ts';
import { deliverWebhook } from '#src/features/webhooks/deliver-webhook.ts';
import { readEndpoint, readEndpoints } from '#src/features/webhooks/read-endpoints.ts';
import { removeEndpoint } from '#src/features/webhooks/remove-endpoint.ts';
import { resendDelivery } from '#src/features/webhooks/resend-delivery.ts';
import { rotateSecret } from '#src/features/webhooks/rotate-secret.ts';
import { sendTest } from '#src/features/webhooks/send-test.ts';
import { MOST_ENDPOINTS } from '#src/features/webhooks/webhook-endpoint.ts';
import { tellFeedback } from '#src/features/webhooks/tell-feedback.ts';
import { WEBHOOK_EVENTS } from '#src/features/webhooks/webhook-event.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { InvalidInput, NotAllowed, NotFound, NotSignedIn, StalePage } from '#src/server/errors.ts';
import { startJobs } from '#src/server/jobs.ts';
import { createLog } from '#src/server/log.ts';
import { member, place, typedAnswer, typedQuestion } from '#tests/integration/community/members.ts';
import { article, factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { webhookReceiver, type WebhookReceiver } from '#tests/support/webhook-receiver.ts';

const { db, url: databaseUrl } = await testDatabase();
const env = {
  SECRET_KEY: 'a key of these tests and of no other place',
  DATA_DIR: '',
  SITE_URL: 'https://help.example.com',
  WEBHOOK_TARGETS: 'any',
} as const;
const site = { name: 'Acme Help', address: (_: string, path: string) => env.SITE_URL + path };
const now = new Date('2026-11-22T12:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let receiver: WebhookReceiver;
let admin: Actor;

beforeAll(async () => {
  receiver = await webhookReceiver();
  admin = await member(db, 'ada', 'admin');
});
afterAll(() => receiver.close());
beforeEach(async () => {
  await sql`DELETE FROM webhook_endpoints`.execute(db);
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
  receiver.received.length = 0;
  receiver.answer(204);
});

const typed = (more: object = {}) => ({
  url: receiver.url,
  description: 'CRM',
  events: [...WEBHOOK_EVENTS] as string[],
  ...more,
});
const add = (more: object = {}) => addEndpoint(db, env, admin, typed(more), 'en', now);
const log = (id: number) => readEndpoint(db, admin, id);

/** What waits in the queue, taken out of it. */
async function take(task: string): Promise<unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    DELETE FROM graphile_worker._private_jobs AS jobs USING graphile_worker._private_tasks AS tasks
    WHERE tasks.id = task_id AND identifier = ${task} RETURNING payload`.execute(db);
  return rows.map(({ payload }) => payload);
}

const deliver = (id: number, at = now, given: object = {}) =>
  deliverWebhook(db, { ...env, ...given }, id, () => Promise.resolve(site), at);

/** Does all that waits: tells the events of the community, and delivers. */
async function work(at = now): Promise<void> {
  for (const event of await take(COMMUNITY_EVENT_TASK)) {
    await tellWebhooks(db, event as CommunityEvent, at);
  }
  for (const payload of await take(DELIVER_WEBHOOK_TASK)) {
    await deliver((payload as { delivery: number }).delivery, at);
  }
}

const told = () => receiver.received.map(({ body }) => JSON.parse(body));
const someData = { question: { id: 7, title: 'Why?', url: '/community/questions/7/why' } };
const announce = (key = 'question-7') => announceWebhook(db, 'question.posted', key, someData, now);

describe('a message', () => {
  test('arrives signed, with addresses that are whole, and is in the log', async () => {
    const { id, secret } = await add();
    await announce();
    await work();
    const [{ headers, body } = { headers: new Headers(), body: '' }] = receiver.received;
    expect(headers.get('webhook-id')).toMatch(/^msg_[0-9a-f]{32}$/);
    vi.useFakeTimers({ now, toFake: ['Date'] });
    expect(new Webhook(secret).verify(body, Object.fromEntries(headers))).toEqual({
      type: 'question.posted',
      timestamp: now.toISOString(),
      data: {
        question: { id: 7, title: 'Why?', url: `${env.SITE_URL}/community/questions/7/why` },
      },
    });
    vi.useRealTimers();
    const { deliveries } = await log(id);
    expect(deliveries).toMatchObject([
      { event: 'question.posted', attempts: 1, deliveredAt: now, problem: null, status: null },
    ]);
  });

  test('goes once to each endpoint that is on and asks for it', async () => {
    await add();
    await add({ events: ['answer.posted'] });
    const off = await add();
    await changeEndpoint(db, admin, off.id, { ...typed(), isOn: false }, 'en');
    await announce();
    await announce();
    await work();
    expect(told()).toHaveLength(1);
  });

  test('belongs to its transaction', async () => {
    const { id } = await add();
    const failing = db.transaction().execute(async (trx) => {
      await announceWebhook(trx, 'question.posted', 'question-8', someData, now);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await log(id)).deliveries).toEqual([]);
    expect(await take(DELIVER_WEBHOOK_TASK)).toEqual([]);
  });

  test('is sent again by the queue after a 500, the same under the same id', async () => {
    const { id } = await add();
    receiver.answer(500);
    await announce();
    const stop = startJobs(
      databaseUrl,
      {
        [DELIVER_WEBHOOK_TASK]: (payload) =>
          deliver((payload as { delivery: number }).delivery, new Date()),
      },
      createLog('silent'),
      '',
    );
    try {
      await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 10_000);
      receiver.answer(204);
      await vi.waitFor(
        async () => expect((await log(id)).deliveries[0]?.deliveredAt).not.toBeNull(),
        { timeout: 15_000, interval: 200 },
      );
    } finally {
      await stop();
    }
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers.get('webhook-id')).toBe(first?.headers.get('webhook-id'));
    expect(await log(id)).toMatchObject({ failingSince: null, deliveries: [{ attempts: 2 }] });
  });

  test('to a private address is refused unless the operator allows it; the log says why', async () => {
    const { id } = await add();
    await announce();
    const [payload] = (await take(DELIVER_WEBHOOK_TASK)) as [{ delivery: number }];
    const sent = deliver(payload.delivery, now, { WEBHOOK_TARGETS: 'public' });
    await expect(sent).rejects.toThrow('private');
    expect(receiver.received).toEqual([]);
    expect((await log(id)).deliveries).toMatchObject([{ problem: 'private', attempts: 1 }]);
  });

  test('follows no redirect', async () => {
    const { id } = await add();
    receiver.answer(302, { location: `${receiver.url}/elsewhere` });
    await announce();
    await expect(work()).rejects.toThrow('302');
    expect(receiver.received).toHaveLength(1);
    expect((await log(id)).deliveries).toMatchObject([{ problem: 'status', status: 302 }]);
  });

  test('is not sent with a secret that cannot be read any more', async () => {
    const { id } = await add();
    await announce();
    const [payload] = (await take(DELIVER_WEBHOOK_TASK)) as [{ delivery: number }];
    const other = { SECRET_KEY: 'another key, as after a restore without the old' };
    await expect(deliver(payload.delivery, now, other)).rejects.toThrow('secret');
    expect((await log(id)).deliveries).toMatchObject([{ problem: 'secret' }]);
    expect(receiver.received).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  test('is knocked at by one delivery at a time', async () => {
    await add();
    receiver.answer(500);
    await announce('a');
    await expect(work()).rejects.toThrow('500');
    await announce('b');
    await announce('c');
    const [b, c] = (await take(DELIVER_WEBHOOK_TASK)) as { delivery: number }[];
    receiver.received.length = 0;
    receiver.answer('silent');
    const knocking = deliver(b!.delivery).catch((error: Error) => error.message);
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
    await expect(deliver(c!.delivery)).rejects.toThrow('waits behind another');
    await receiver.close();
    receiver = await webhookReceiver();
    expect(await knocking).toContain('unreachable');
  });

  test('is switched off after days, admins are mailed once, and what waits is left', async () => {
    await member(db, 'second-admin', 'admin');
    const { id } = await add();
    receiver.answer(503);
    await announce('a');
    await expect(work(now)).rejects.toThrow('503');
    const [{ id: delivery } = { id: 0 }] = (await log(id)).deliveries;
    await expect(deliver(delivery, days(2.9))).rejects.toThrow('503');
    expect((await log(id)).isOn).toBe(true);
    await deliver(delivery, days(3));
    expect(await log(id)).toMatchObject({ isOn: false, offFor: 'failing' });
    receiver.received.length = 0;
    await deliver(delivery, days(4));
    expect(receiver.received).toEqual([]);
    const mails = db.selectFrom('mails').selectAll().where('kind', '=', 'webhook-off');
    const sent = await mails.execute();
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual([
      'ada@example.com',
      'second-admin@example.com',
    ]);
    expect(sent[0]?.text_body).toContain(`/moderation/webhooks/${id}`);
    await changeEndpoint(db, admin, id, { ...typed(), isOn: true }, 'en');
    expect(await log(id)).toMatchObject({ isOn: true, offFor: null, failingSince: null });
  });

  test('is switched off at once when it says that it is gone', async () => {
    const { id } = await add();
    receiver.answer(410);
    await announce();
    await work();
    expect(await log(id)).toMatchObject({ isOn: false, offFor: 'gone' });
  });
});

describe('what admins do', () => {
  test('is not for others', async () => {
    const { id } = await add();
    const deeds: ((actor: Actor | undefined) => Promise<unknown>)[] = [
      (actor) => addEndpoint(db, env, actor, typed(), 'en', now),
      (actor) => readEndpoints(db, actor),
      (actor) => readEndpoint(db, actor, id),
      (actor) => changeEndpoint(db, actor, id, { ...typed(), isOn: false }, 'en'),
      (actor) => removeEndpoint(db, actor, id),
      (actor) => rotateSecret(db, env, actor, id),
      (actor) => sendTest(db, actor, id, now),
      (actor) => resendDelivery(db, actor, 1),
    ];
    const moderator = await member(db, 'moderator', 'moderator');
    for (const deed of deeds) {
      await expect(deed(undefined)).rejects.toThrow(NotSignedIn);
      await expect(deed(moderator)).rejects.toThrow(NotAllowed);
      await expect(deed({ ...admin, suspendedUntil: days(1) })).rejects.toThrow(NotAllowed);
    }
    expect(await log(id)).toMatchObject({ isOn: true, deliveries: [] });
  });

  test.each([
    { url: 'ftp://example.com' },
    { url: 'https://me:secret@example.com' },
    { url: `https://example.com/${'x'.repeat(500)}` },
    { url: '' },
    { description: 'x'.repeat(101) },
    { events: [] },
    { events: ['question.deleted'] },
  ])('%j is refused', async (more) => {
    await expect(add(more)).rejects.toThrow(InvalidInput);
    expect(await readEndpoints(db, admin)).toEqual([]);
  });

  test('ends at ten endpoints, also for those who come at once', async () => {
    const asked = Array.from({ length: MOST_ENDPOINTS + 2 }, () => add());
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  });

  test('the secret is sealed, told once, and replaced at once', async () => {
    const { id, secret } = await add();
    const rows = await db.selectFrom('webhook_endpoints').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice('whsec_'.length));
    expect(JSON.stringify(await log(id))).not.toContain('ecret');
    const next = await rotateSecret(db, env, admin, id);
    expect(next).not.toBe(secret);
    await announceWebhook(db, 'question.posted', 'rotated', someData, new Date());
    await work(new Date());
    const [{ headers, body } = { headers: new Headers(), body: '' }] = receiver.received;
    const verify = (key: string) => new Webhook(key).verify(body, Object.fromEntries(headers));
    expect(() => verify(secret)).toThrow('No matching signature');
    expect(verify(next)).toBeDefined();
    await expect(rotateSecret(db, env, admin, id + 1)).rejects.toThrow(NotFound);
  });

  test('a test arrives whatever is chosen, and a message can be sent again', async () => {
    const { id } = await add({ events: ['answer.posted'] });
    await sendTest(db, admin, id, now);
    await work();
    expect(told()).toMatchObject([{ type: 'webhook.test', data: { url: `${env.SITE_URL}/` } }]);
    const [{ id: delivery } = { id: 0 }] = (await log(id)).deliveries;
    expect(await resendDelivery(db, admin, delivery)).toBe(id);
    await resendDelivery(db, admin, delivery);
    await work();
    const ids = receiver.received.map(({ headers }) => headers.get('webhook-id'));
    expect(ids).toEqual([ids[0], ids[0]]);
    expect((await log(id)).deliveries).toMatchObject([{ attempts: 2 }]);
    await changeEndpoint(db, admin, id, { ...typed(), isOn: false }, 'en');
    await expect(sendTest(db, admin, id, now)).rejects.toThrow(StalePage);
    await expect(resendDelivery(db, admin, delivery)).rejects.toThrow(StalePage);
    await expect(sendTest(db, admin, id + 1, now)).rejects.toThrow(NotFound);
  });

  test('removing takes the log along, and what waits is done with', async () => {
    const { id } = await add();
    await announce();
    await removeEndpoint(db, admin, id);
    await removeEndpoint(db, admin, id);
    await work();
    expect(receiver.received).toEqual([]);
    await expect(log(id)).rejects.toThrow(NotFound);
  });

  test('the log keeps a hundred, and what is still tried', async () => {
    const { id } = await add();
    await sql`
      INSERT INTO webhook_deliveries (endpoint_id, event, message_id, data, created_at, delivered_at)
      SELECT ${id}, 'question.posted', 'msg_' || place, '{}', ${now},
        CASE WHEN place > 1 THEN ${now}::timestamptz END
      FROM generate_series(1, 120) AS place`.execute(db);
    await cleanDeliveries(db, now);
    const left = async () =>
      Number((await sql<any>`SELECT count(*) FROM webhook_deliveries`.execute(db)).rows[0].count);
    expect(await left()).toBe(101);
    await cleanDeliveries(db, days(8));
    expect(await left()).toBe(100);
    expect((await log(id)).deliveries).toHaveLength(100);
  });
});

describe('the community', () => {
  const held: Admission = { ...AT_ONCE, isHeld: true };

  test('tells of questions, answers, acceptances and comments, with ids, titles and addresses', async () => {
    await add();
    const [asker, helper] = [await member(db, 'asker'), await member(db, 'helper')];
    const { id } = await askQuestion(db, asker, place, typedQuestion, now);
    const answer = await answerQuestion(db, helper, id, typedAnswer, 'en', now);
    await acceptAnswer(db, asker, answer, now);
    const about = { questionId: id, answerId: answer };
    const comment = await writeComment(db, asker, about, 'Thank you, that was it.', 'en', now);
    await work();
    const path = `${env.SITE_URL}/community/questions/${id}/how-do-i-find-an-article-again`;
    const question = { id, title: typedQuestion.title, url: path };
    const answered = {
      id: answer,
      official: false,
      url: `${path}?answer=${answer}#answer-${answer}`,
    };
    const byType = Object.fromEntries(told().map(({ type, data }) => [type, data]));
    expect(byType).toMatchObject({
      'question.posted': { question },
      'answer.posted': { question, answer: answered },
      'answer.accepted': { question, answer: answered },
      'comment.posted': { question, comment: { answerId: answer } },
    });
    expect(comment).toBeDefined();
    expect(JSON.stringify(told())).not.toContain('@');
  });

  test('tells nothing of what is held, or was taken down meanwhile', async () => {
    const { id: endpoint } = await add();
    const asker = await member(db, 'held-asker');
    await askQuestion(db, asker, place, typedQuestion, now, held);
    const { id } = await askQuestion(db, await member(db, 'gone-asker'), place, typedQuestion, now);
    await db.updateTable('questions').set({ deleted_at: now }).where('id', '=', id).execute();
    await work();
    expect((await log(endpoint)).deliveries).toEqual([]);
  });
});

describe('the articles', () => {
  const guide = article();
  const ballot: Ballot = {
    article: factsOf(guide),
    revision: guide.revision,
    locale: 'en',
    answer: 'no',
    reason: 'outdated',
    section: 'first',
  };
  const voter = { code: 'visitor-of-today', codeYesterday: undefined };

  test('tell of a comment once, and not of what it says or who said it', async () => {
    await add();
    await syncArticles(db, [guide], 'en', now);
    await giveFeedback(db, ballot, voter, now);
    expect(await take(FEEDBACK_COMMENT_TASK)).toEqual([]);
    await giveFeedback(db, { ...ballot, comment: 'Write to me at bo@example.com' }, voter, now);
    const [given] = (await take(FEEDBACK_COMMENT_TASK)) as [CommentGiven];
    for (let times = 0; times < 2; times += 1) {
      await tellFeedback(db, given, { defaultLocale: 'en' }, now);
    }
    await work();
    const url = `${env.SITE_URL}/articles/using/invite#first`;
    expect(told()).toEqual([
      {
        type: 'feedback.commented',
        timestamp: now.toISOString(),
        data: {
          article: { locale: 'en', category: 'using', slug: 'invite', url },
          feedback: { answer: 'no', reason: 'outdated', section: 'first' },
        },
      },
    ]);
    expect(JSON.stringify(given)).not.toMatch(/visitor-of-today|bo@example/);
  });
});
