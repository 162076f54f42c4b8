import { afterAll, beforeAll, expect, it } from 'vitest';
import { queueMail } from '#src/server/outbox.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { type RunningSite, testSite, type TestSite } from '#tests/support/running-site.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mail, onlyMail } from './sample-mails.ts';

const slow = 240_000;
const { db, url } = await testDatabase();
const server = await mailServer();
let site: TestSite;
let running: RunningSite;

beforeAll(async () => {
  site = await testSite({ 'en/using/first': '---\ntitle: First article\n---\n\nIt says hello.\n' });
  running = await site.start({ DATABASE_URL: url });
}, slow);
afterAll(async () => {
  await site?.remove();
  await server.close();
}, slow);

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${running.url}${address}`, { headers });

async function startAnew(env: Record<string, string>): Promise<void> {
  running.process.kill('SIGTERM');
  await until('it has ended', () => running.process.exitCode !== null, 10);
  expect(running.process.exitCode).toBe(0);
  running = await site.start({ DATABASE_URL: url, ...env });
}

it('keeps mails to be read where no mail server is', async () => {
  expect(await (await get('/dev/mail')).text()).toContain('There are no mails yet.');
  const html = '<p>See <a href="/x">this</a></p><script>alert(1)</script>';
  await queueMail(db, mail({ subject: 'A <b> subject', html }), new Date());
  await until('it was looked at', async () => (await onlyMail(db)).error !== null);
  const list = await get('/dev/mail');
  expect(list.headers.get('cache-control')).toBe('no-store');
  const { id } = await onlyMail(db);
  expect(await list.text()).toMatch(
    new RegExp(`<a href="/dev/mail/${id}"[^>]*>A &lt;b&gt; subject</a>`),
  );
  const one = await (await get(`/dev/mail/${id}`)).text();
  expect(one).toContain('failed, SMTP_URL is not set');
  expect(one).toMatch(/<a href="http:\/\/help\.example\.com\/a\?b=1&amp;c=2"/);
  expect(one).toContain('sandbox="allow-top-navigation-by-user-activation"');
  expect(one.replace(/srcdoc="[^"]*"/, '')).not.toContain('alert(1)');
  expect((await get('/dev/mail/99')).status).toBe(404);
  expect((await get('/dev/mail/x')).status).toBe(404);
});

it('shows them to nobody who comes through a proxy', async () => {
  expect((await get('/dev/mail', { 'X-Forwarded-For': '192.0.2.7' })).status).toBe(404);
});

it('shows none in production, and says that none is sent', { timeout: slow }, async () => {
  const { id } = await onlyMail(db);
  await startAnew({ NODE_ENV: 'production', SECRET_KEY: 'of this test alone, and long enough' });
  expect((await get('/dev/mail')).status).toBe(404);
  expect((await get(`/dev/mail/${id}`)).status).toBe(404);
  expect(running.said()).toMatch(/^\{"level":40,.*mail is not sent: SMTP_URL is not set"\}$/m);
});

it('sends them where a mail server is, and shows none', { timeout: slow }, async () => {
  await startAnew({ SMTP_URL: server.url });
  await queueMail(db, mail({ event: 'another' }), new Date());
  await until('it has arrived', () => server.received.length === 1);
  expect(server.received[0]).toMatchObject({ from: 'no-reply@localhost' });
  expect((await get('/dev/mail')).status).toBe(404);
  expect(running.said()).not.toContain('graphile');
});
