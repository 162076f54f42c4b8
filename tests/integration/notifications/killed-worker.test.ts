import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, it } from 'vitest';
import { addJob } from '#src/server/jobs.store.ts';
import { listMails } from '#src/server/mails.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { crowd } from '#tests/integration/community/members.ts';
import { circle, keyed } from './circle.ts';

const { db, url } = await testDatabase();
const server = await mailServer();
const { ask, answer } = circle(db);
const program = path.resolve(import.meta.dirname, '..', '..', 'support', 'mail-worker.ts');

// What a build leaves for whoever writes mails.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark worker-'));
fs.mkdirSync(path.join(folder, 'dist', 'default'), { recursive: true });
const site = { name: 'Helpmark', defaultLocale: 'en', locales: ['en'] };
fs.writeFileSync(
  path.join(folder, 'dist', 'default', 'articles.json'),
  JSON.stringify({ site, articles: [], categories: [], redirects: {} }),
);

const started: ChildProcess[] = [];
afterEach(() => started.forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { DATABASE_URL: url, SMTP_URL: server.url, SECRET_KEY: keyed.SECRET_KEY },
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until('it works', () => said.startsWith('ready'), 60);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await until('it is gone', () => child.signalCode !== null);
}

/** Ends the minutes that mails wait, and has those sent that are due. */
async function makeDue(): Promise<void> {
  await sql`UPDATE notifications SET mail_at = now() WHERE mail_at > now()`.execute(db);
  await addJob(db, 'mail-notifications', {}, { key: 'mail-notifications' });
}

/** Pieces of news that askers have of what they asked. */
const told = async () =>
  (await db.selectFrom('notifications').select('id').where('reason', '=', 'own').execute()).length;

it('an event whose job was taken by a process that died is told by the next one', async () => {
  const [asker, helper] = await crowd(db, 'first', 2);
  await answer(helper!, await ask(asker!), 'Look into the history');
  await sql`
    UPDATE graphile_worker._private_jobs
    SET locked_at = now(), locked_by = 'a dead worker', attempts = 1`.execute(db);
  await start();
  await until('it is told', async () => (await told()) === 1);
}, 90_000);

const textOf = (at: number, round: number) => `About-${at}-${round}-of-them`;
const rounds = [1, 2, 3];

it('whenever processes are killed, each answer is told once and mailed once', async () => {
  const helpers = await crowd(db, 'helper', 12);
  const askers = await crowd(db, 'asker', 12);
  const before = await told();
  const writing = (async () => {
    for (const [at, asker] of askers.entries()) {
      const id = await ask(asker);
      for (const round of rounds) {
        await answer(helpers[(at + round) % 12]!, id, textOf(at, round));
      }
    }
  })();
  let child = await start();
  for (const pause of [50, 300, 120, 500]) {
    await sleep(pause);
    await makeDue();
    await sleep(pause % 70);
    await kill(child);
    child = await start();
  }
  await writing;
  const all = before + askers.length * rounds.length;
  await until('all is told', async () => (await told()) === all, 60);
  const later = () => new Date(Date.now() + 3_600_000);
  await until(
    'nothing waits to be mailed',
    async () => {
      await makeDue();
      const { rows: waiting } = await sql`
        SELECT FROM notifications WHERE mail_at IS NOT NULL`.execute(db);
      const mails = await listMails(db, { limit: 500 }, later());
      return (
        waiting.length === 0 &&
        mails.every(({ delivery }) => delivery === 'sent' || delivery === 'in doubt')
      );
    },
    60,
  );
  expect(await told()).toBe(all);

  const mails = await listMails(db, { limit: 500 }, later());
  for (const [at, asker] of askers.entries()) {
    const address = `${asker.handle}@example.com`;
    for (const text of rounds.map((round) => textOf(at, round))) {
      const queued = mails.filter(
        ({ recipient, text_body: body }) => recipient === address && body.includes(text),
      );
      expect(queued, text).toHaveLength(1);
      const copies = server.received.filter(
        ({ to, source }) => to[0] === address && source.includes(text),
      ).length;
      expect(copies, text).toBeLessThanOrEqual(1);
      if (queued[0]!.delivery === 'sent') expect(copies, text).toBe(1);
    }
  }
}, 240_000);
