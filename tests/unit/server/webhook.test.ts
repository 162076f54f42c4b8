import dns from 'node:dns';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Webhook } from 'standardwebhooks';
import {
  newWebhookSecret,
  sendWebhook,
  verifyWebhook,
  WebhookFailure,
} from '#src/server/webhook.ts';
import { webhookReceiver, type WebhookReceiver } from '#tests/support/webhook-receiver.ts';

const secret = newWebhookSecret();
const body = JSON.stringify({ type: 'question.posted', data: { title: 'Größe' } });
let receiver: WebhookReceiver;

beforeAll(async () => {
  receiver = await webhookReceiver();
});
afterAll(() => receiver.close());
afterEach(() => {
  receiver.received.length = 0;
  receiver.answer(204);
});

const send = (url: string, { allowPrivate = true, patience = 2000, now = new Date() } = {}) =>
  sendWebhook({ url, secret, id: 'msg_1', body, now }, { allowPrivate, patience });
const failing = (sent: Promise<void>) =>
  sent.then(
    () => 'taken',
    (error: unknown) => (error instanceof WebhookFailure ? error.problem : error),
  );

test('a message arrives whole and signed, for the field’s own library and for ours', async () => {
  await send(receiver.url);
  expect(receiver.received).toHaveLength(1);
  const [{ method, headers, body: arrived }] = receiver.received as [
    (typeof receiver.received)[number],
  ];
  expect([method, headers.get('content-type'), headers.get('webhook-id'), arrived]).toEqual([
    'POST',
    'application/json',
    'msg_1',
    body,
  ]);
  expect(new Webhook(secret).verify(arrived, Object.fromEntries(headers))).toEqual(
    JSON.parse(body),
  );
  expect(verifyWebhook(secret, headers, arrived)).toBe(true);
  expect(verifyWebhook(secret, headers, `${arrived} `)).toBe(false);
  expect(verifyWebhook(newWebhookSecret(), headers, arrived)).toBe(false);
  expect(verifyWebhook(secret, new Headers(), arrived)).toBe(false);
});

test.each([
  [-301, false],
  [-290, true],
  [290, true],
  [302, false],
])('a message signed %d seconds from now is believed: %s', async (seconds, believed) => {
  await send(receiver.url, { now: new Date(Date.now() + seconds * 1000) });
  const [{ headers, body: arrived }] = receiver.received as [(typeof receiver.received)[number]];
  expect(verifyWebhook(secret, headers, arrived)).toBe(believed);
});

test.each([200, 202, 204, 299])('status %d is taken', async (status) => {
  receiver.answer(status);
  expect(await failing(send(receiver.url))).toBe('taken');
});

test.each([301, 302, 307, 308, 400, 404, 410, 429, 500, 503])(
  'status %d is a failure, and no redirect is followed',
  async (status) => {
    receiver.answer(status, { location: `${receiver.url}/elsewhere` });
    const sent = send(receiver.url);
    await expect(sent).rejects.toMatchObject({
      problem: 'status',
      status,
      message: `answered with status ${status}`,
    });
    expect(receiver.received).toHaveLength(1);
  },
);

test('who is silent or away is told apart', async () => {
  receiver.answer('silent');
  expect(await failing(send(receiver.url, { patience: 100 }))).toBe('silent');
  const gone = await webhookReceiver();
  await gone.close();
  expect(await failing(send(gone.url))).toBe('unreachable');
});

test.each(['ftp://example.com/', 'file:///etc/passwd', 'example.com', 'http://me:pw@example.com/'])(
  '%s is no address for a webhook',
  async (url) => {
    expect(await failing(send(url))).toBe('address');
  },
);

test.each([
  'http://localhost:PORT/',
  'http://127.0.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f.1:PORT/',
  'http://0.0.0.0:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://168.63.129.16/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[ff02::1]/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'https://127.0.0.1:PORT/',
  'https://localhost:PORT/',
])('%s is refused without a knock', async (url) => {
  const sent = send(url.replace('PORT', String(receiver.port)), { allowPrivate: false });
  expect(await failing(sent)).toBe('private');
  expect(receiver.received).toEqual([]);
});

/** Has every name resolve to these addresses. */
function resolveTo(...addresses: string[]) {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const spy = vi
    .spyOn(dns, 'lookup')
    .mockImplementation(((_: string, __: object, done: (...found: unknown[]) => void) =>
      done(null, found)) as unknown as typeof dns.lookup);
  syncBuiltinESMExports();
  return {
    spy,
    end() {
      spy.mockRestore();
      syncBuiltinESMExports();
    },
  };
}

test.each([
  ['127.0.0.1'],
  ['::ffff:127.0.0.1'],
  ['93.184.216.34', '127.0.0.1'],
  ['169.254.169.254'],
])(
  'a public name that leads to %s is refused; it is looked up once, for the socket itself',
  async (...addresses) => {
    const names = resolveTo(...addresses);
    try {
      const url = `http://hooks.example.com:${receiver.port}/`;
      expect(await failing(send(url, { allowPrivate: false }))).toBe('private');
      expect(names.spy).toHaveBeenCalledTimes(1);
    } finally {
      names.end();
    }
    expect(receiver.received).toEqual([]);
  },
);

test('an endless answer is cut off', async () => {
  let written = 0;
  const server = http.createServer((_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384))) written += 16_384;
    };
    response.writeHead(200).on('drain', pour);
    pour();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const closed = new Promise((resolve) =>
    server.once('connection', (to) => to.once('close', resolve)),
  );
  const { port } = server.address() as { port: number };
  await send(`http://127.0.0.1:${port}/`, { patience: 60_000 });
  await closed;
  expect(written).toBeLessThan(20_000_000);
  server.close();
});

test('no failure tells the secret', async () => {
  receiver.answer(500);
  const error = await send(receiver.url).catch((failure: unknown) => failure);
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(secret.slice(6));
});
