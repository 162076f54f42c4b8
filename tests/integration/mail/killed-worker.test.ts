import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, it } from 'vitest';
import { listMails } from '#src/server/mails.ts';
import { queueMail } from '#src/server/outbox.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mail, now } from './sample-mails.ts';

const { db, url } = await testDatabase();
const server = await mailServer();
const program = path.resolve(import.meta.dirname, '..', '..', 'support', 'mail-worker.ts');
const started: ChildProcess[] = [];
afterAll(() => server.close());
afterEach(() => started.forEach((child) => child.kill('SIGKILL')));

/** Starts the runner in a process of its own; resolves when it works. */
async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { DATABASE_URL: url, SMTP_URL: server.url },
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until('it works', () => said.startsWith('ready'));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await until('it is gone', () => child.signalCode !== null);
}

const later = () => new Date(Date.now() + 3_600_000);
const deliveries = async () =>
  Object.fromEntries(
    (await listMails(db, { limit: 100 }, later())).map((one) => [one.event, one.delivery]),
  );
const copiesOf = (event: string) =>
  server.received.filter(({ source }) => source.includes(`about ${event}\r\n`)).length;
const queue = (event: string) =>
  queueMail(db, mail({ event, text: `This is about ${event}\n`, html: '<p></p>' }), now);

it('a mail under way when its process is killed is not sent a second time', async () => {
  server.answer('keep waiting');
  const first = await start();
  await queue('one');
  await until('it is under way', () => server.received.length === 1);
  await kill(first);

  server.answer('take');
  const second = await start();
  await queue('two');
  await until('the next is sent', async () => (await deliveries())['two'] === 'sent');
  // As the queue does it after four hours, when it takes the first process for dead.
  await sql`
    UPDATE graphile_worker._private_jobs
    SET locked_at = NULL, locked_by = NULL, run_at = now()`.execute(db);
  await until('no job is left', async () => {
    const { rows } = await sql`SELECT 1 FROM graphile_worker.jobs`.execute(db);
    return rows.length === 0;
  });
  expect(await deliveries()).toEqual({ one: 'in doubt', two: 'sent' });
  expect([copiesOf('one'), copiesOf('two')]).toEqual([1, 1]);
  await kill(second);
});

it('a mail whose job was taken, but which was not, is sent by the next process', async () => {
  await queue('three');
  await sql`
    UPDATE graphile_worker._private_jobs
    SET locked_at = now(), locked_by = 'a dead worker', attempts = 1`.execute(db);
  await start();
  await until('it is sent', async () => (await deliveries())['three'] === 'sent');
  expect(copiesOf('three')).toBe(1);
});

it('whenever processes are killed, no event has two mails and none is lost unseen', async () => {
  server.received.length = 0;
  const events = Array.from({ length: 80 }, (_, at) => `event-${at}`);
  for (const event of events) await queue(event);
  for (const arrived of [5, 10, 20]) {
    const before = server.received.length;
    const child = await start();
    await until('some are sent', () => server.received.length >= before + arrived);
    await kill(child);
  }
  await start();
  await until('nothing waits', async () => {
    const states = await deliveries();
    return events.every((event) => states[event] === 'sent' || states[event] === 'in doubt');
  });
  const states = await deliveries();
  for (const event of events) {
    expect(copiesOf(event), event).toBeLessThanOrEqual(1);
    if (states[event] === 'sent') expect(copiesOf(event), event).toBe(1);
  }
});
