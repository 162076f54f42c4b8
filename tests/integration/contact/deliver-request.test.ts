import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, expect, test } from 'vitest';
import { deliverAgain } from '#src/features/contact/deliver-again.ts';
import { deliverRequest } from '#src/features/contact/deliver-request.ts';
import { deskWays, type DeskWay } from '#src/features/contact/help-desk.ts';
import { keepAttachments } from '#src/features/contact/keep-attachments.ts';
import { readRequest } from '#src/features/contact/read-request.ts';
import { readRequests } from '#src/features/contact/read-requests.ts';
import { readEnv } from '#src/server/env.ts';
import { NotAllowed, NotFound } from '#src/server/errors.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { site, somebody } from '#tests/integration/accounts/people.ts';
import { member } from '#tests/integration/community/members.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { now, sent } from './requests.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const files = fileFolder();
const moderator = await member(db, 'joana', 'moderator');
const later = new Date();

interface Call {
  headers: http.IncomingHttpHeaders;
  body: string;
}
const calls: Call[] = [];
let status = 200;
const desk = http.createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(status).end();
});
desk.listen(0, '127.0.0.1');
await once(desk, 'listening');
const mails = await mailServer();
afterAll(async () => {
  desk.close();
  await mails.close();
});
afterEach(() => {
  status = 200;
  mails.answer('take');
});

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const env = readEnv({
  SMTP_URL: mails.url,
  MAIL_FROM: 'Acme Help <help@example.com>',
  HELP_DESK_MAIL: 'desk@example.com',
  HELP_DESK_WEBHOOK_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/hook`,
  HELP_DESK_WEBHOOK_SECRET: secret,
});
const office = { env, files, site: { ...site, defaultLocale: 'en' } };
const deliver = (id: number) => deliverRequest(db, id, office, later);

async function toDeliver(way: DeskWay, more: Parameters<typeof sent>[1] = {}, kept: string[] = []) {
  const attached = { attachments: kept, category: 'using' };
  const request = await sent(db, more, attached, { ways: [way] });
  const row = await db
    .selectFrom('contact_deliveries')
    .selectAll()
    .where('request_id', '=', request.id)
    .executeTakeFirstOrThrow();
  return { ...request, delivery: row.id };
}
const deliveryOf = (id: number) =>
  db.selectFrom('contact_deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('the ways are those that are configured', () => {
  expect(deskWays(env)).toEqual(['mail', 'webhook']);
  expect(deskWays(readEnv({}))).toEqual([]);
});

test('a webhook is signed after the standard, and says all that there is', async () => {
  const email = 'hook@example.net';
  const { reference, delivery } = await toDeliver('webhook', { email, searched: 'invoice' });
  await deliver(delivery);
  const { headers, body } = calls.at(-1)!;
  expect(headers['webhook-id']).toBe(`contact-${reference}`);
  const said = new Webhook(secret).verify(body, headers as Record<string, string>);
  expect(said).toMatchObject({
    type: 'contact.created',
    timestamp: now.toISOString(),
    data: {
      reference,
      state: 'open',
      name: 'Mira Holm',
      email,
      subject: 'My invoice is missing',
      category: 'using',
      searched: 'invoice',
      articles: [],
      attachments: [],
      url: `https://help.example.com/contact/requests/${reference}`,
    },
  });
  expect(await deliveryOf(delivery)).toMatchObject({
    attempts: 1,
    error: null,
    delivered_at: later,
  });
  // A job that comes again finds it done.
  const before = calls.length;
  await deliver(delivery);
  expect(calls.length).toBe(before);
});

test('a webhook that is refused is tried again, and the reason can be read', async () => {
  const { reference, delivery } = await toDeliver('webhook');
  status = 503;
  await expect(deliver(delivery)).rejects.toThrow(`contact delivery ${delivery}`);
  await expect(deliver(delivery)).rejects.toThrow();
  const page = await readRequest(db, moderator, reference);
  expect(page?.deliveries).toMatchObject([
    { way: 'webhook', attempts: 2, error: expect.stringContaining('503'), delivered_at: null },
  ]);
  const { rows } = await readRequests(db, moderator, undefined, {});
  expect(rows.find((row) => row.reference === reference)?.isStuck).toBe(true);
  status = 204;
  await deliver(delivery);
  expect(await deliveryOf(delivery)).toMatchObject({ attempts: 3, error: null });
  const [first, second] = calls.slice(-2);
  expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
});

test('a mail goes to the help desk with its pictures, and its answer to whoever wrote', async () => {
  const { visitor } = await somebody(db);
  const png = new File([new Uint8Array(await picture('png'))], 'a.png');
  const { names } = await keepAttachments(
    db,
    files,
    { files: [png], kept: [] },
    { visitor, locale: 'en' },
    now,
    randomBytes,
  );
  const email = 'mail@example.net';
  const { reference, delivery } = await toDeliver('mail', { email, name: 'Zoë "Z" Ø' }, names);
  await deliver(delivery);
  const { to, source } = mails.received.at(-1)!;
  expect(to).toEqual(['desk@example.com']);
  expect(source).toMatch(new RegExp(`^Reply-To: .*<${email}>`, 'm'));
  expect(source).toMatch(new RegExp(`^Subject: \\[${reference}\\] My invoice is missing`, 'm'));
  expect(source.replaceAll('=\r\n', '')).toContain('the invoice of October anywhere.');
  expect(source).toContain(`${reference}-1.webp`);
  // A desk that takes it for a machine's might not answer it.
  expect(source).not.toMatch(/^Auto-Submitted/m);
});

test('what somebody types adds no recipient and no header', async () => {
  const { delivery } = await toDeliver('mail', {
    name: 'A <all@example.com>, B\r\nBcc: all@example.com',
    subject: 'Hello\r\nBcc: all@example.com',
  });
  await deliver(delivery);
  const { to, source } = mails.received.at(-1)!;
  expect(to).toEqual(['desk@example.com']);
  expect(source).not.toMatch(/^Bcc:/im);
});

test('a mail that was refused is tried again', async () => {
  const { delivery } = await toDeliver('mail');
  mails.answer('refuse');
  await expect(deliver(delivery)).rejects.toThrow();
  expect(await deliveryOf(delivery)).toMatchObject({
    attempts: 1,
    error: expect.stringContaining('greylisted'),
    delivered_at: null,
  });
  mails.answer('take');
  await deliver(delivery);
  expect((await deliveryOf(delivery)).delivered_at).toEqual(later);
});

test('staff, and nobody else, has it handed over again', async () => {
  const { delivery } = await toDeliver('webhook');
  await deliver(delivery);
  const plain = await member(db, 'plain');
  await expect(deliverAgain(db, plain, delivery)).rejects.toBeInstanceOf(NotAllowed);
  await expect(deliverAgain(db, moderator, 999_999)).rejects.toBeInstanceOf(NotFound);
  const before = calls.length;
  await deliverAgain(db, moderator, delivery);
  expect((await deliveryOf(delivery)).delivered_at).toBeNull();
  await deliver(delivery);
  expect(calls.length).toBe(before + 1);
});
