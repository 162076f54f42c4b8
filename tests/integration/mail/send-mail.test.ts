import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runJobs } from '#src/cli/run-jobs.ts';
import { readEnv } from '#src/server/env.ts';
import { createLog } from '#src/server/log.ts';
import { listMails, resendMail } from '#src/server/mails.ts';
import { queueMail } from '#src/server/outbox.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mail, now, onlyMail } from './sample-mails.ts';

const { db, url } = await testDatabase();
const server = await mailServer();
afterAll(() => server.close());

let stop = async () => {};
const work = async (given: Record<string, string> = { SMTP_URL: server.url }) => {
  const env = readEnv({ MAIL_FROM: 'Help Center <help@example.com>', ...given });
  stop = await runJobs(env, { db, url, log: createLog('silent') });
};

beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
  server.received.length = 0;
  server.answer('take');
});
afterEach(() => stop());

const delivery = async () => (await listMails(db, { limit: 1 }, new Date()))[0]?.delivery;
const jobsDone = async () => {
  const { rows } = await sql`SELECT 1 FROM graphile_worker.jobs`.execute(db);
  return rows.length === 0;
};
/** Ends every pause between two attempts. */
const makeDue = () => sql`UPDATE graphile_worker._private_jobs SET run_at = now()`.execute(db);

/** Headers by their names, unfolded. */
function headersOf(source: string): Record<string, string> {
  const lines = source
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
}

describe('a queued mail', () => {
  it('arrives with its text, its HTML and its headers', async () => {
    await work();
    await queueMail(db, mail({ unsubscribeUrl: 'https://help.example.com/u/1?t=x' }), now);
    await until('it has arrived', async () => (await delivery()) === 'sent');
    const [one] = server.received;
    expect(server.received).toHaveLength(1);
    expect(one).toMatchObject({ from: 'help@example.com', to: ['mira@example.com'] });
    const { id } = await onlyMail(db);
    expect(headersOf(one!.source)).toMatchObject({
      From: 'Help Center <help@example.com>',
      To: 'mira@example.com',
      Subject: '=?UTF-8?Q?Ein_Gru=C3=9F_an_=E2=80=9CMira=E2=80=9D?=',
      'Message-ID': `<mail-${id}-${now.getTime()}@example.com>`,
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': '<https://help.example.com/u/1?t=x>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Content-Type': expect.stringContaining('multipart/alternative'),
    });
    expect(one!.source).toContain('see http://help.example.com/a?b=1&c=2');
    expect(one!.source).toContain('<p>Hello <b>Mira</b></p>');
    expect(await onlyMail(db)).toMatchObject({ attempts: 1, error: null });
  });

  it('has no headers for unsubscribing when nobody can unsubscribe from it', async () => {
    await work();
    await queueMail(db, mail(), now);
    await until('it has arrived', async () => (await delivery()) === 'sent');
    expect(server.received[0]?.source).not.toContain('List-Unsubscribe');
  });

  it('that was refused is tried again, as the same mail, and arrives once', async () => {
    server.answer('refuse');
    await work();
    await queueMail(db, mail(), now);
    await until('it was refused', async () => (await delivery()) === 'failed');
    expect(await onlyMail(db)).toMatchObject({
      attempts: 1,
      sending_at: null,
      error: expect.stringContaining('greylisted'),
    });
    server.answer('take');
    await until('it has arrived', async () => {
      await makeDue();
      return (await delivery()) === 'sent';
    });
    expect(await onlyMail(db)).toMatchObject({ attempts: 2, error: null });
    await until('the job is done', jobsDone);
    const [first, second, ...more] = server.received.map(({ source }) => headersOf(source));
    expect(more).toEqual([]);
    expect(second?.['Message-ID']).toBe(first?.['Message-ID']);
  });

  it('that no server could be reached for is tried again', async () => {
    await work({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await queueMail(db, mail(), now);
    await until('it has failed', async () => (await delivery()) === 'failed');
    await stop();
    await work();
    await until('it has arrived', async () => {
      await makeDue();
      return (await delivery()) === 'sent';
    });
  });

  it('whose server hung up after reading it is in doubt, and only somebody can send it again', async () => {
    server.answer('hang up');
    await work();
    await queueMail(db, mail(), now);
    await until('it is in doubt', async () => (await delivery()) === 'in doubt');
    await until('the job is done', jobsDone);
    server.answer('take');
    const { id } = await onlyMail(db);
    expect(await resendMail(db, id, new Date())).toBe(true);
    await until('it has arrived', async () => (await delivery()) === 'sent');
    expect(server.received).toHaveLength(2);
  });

  it('is not sent again while it is being sent', async () => {
    server.answer('keep waiting');
    await work();
    await queueMail(db, mail(), now);
    await until('it is under way', () => server.received.length === 1);
    const { id } = await onlyMail(db);
    expect(await resendMail(db, id, new Date())).toBe(false);
    server.answer('take');
    server.hangUp();
    await until('it is in doubt', async () => (await delivery()) === 'in doubt');
    expect(server.received).toHaveLength(1);
  });
});

it('goes on when the database comes back', async () => {
  await work();
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(db);
  await until('the database answers', () =>
    queueMail(db, mail(), now).then(
      () => true,
      () => false,
    ),
  );
  await until('it has arrived', async () => (await delivery()) === 'sent');
});

describe('without a mail server', () => {
  it('a mail stays readable, is not taken for sent, and no later server gets it by itself', async () => {
    await work({});
    await queueMail(db, mail(), now);
    await until('the job is done', jobsDone);
    expect(await onlyMail(db)).toMatchObject({ sent_at: null, error: 'SMTP_URL is not set' });
    expect(await delivery()).toBe('failed');
    await stop();
    await work();
    const { id } = await onlyMail(db);
    await queueMail(db, mail({ event: 'another' }), now);
    await until('the other has arrived', async () => (await delivery()) === 'sent');
    expect(server.received).toHaveLength(1);
    await resendMail(db, id, new Date());
    await until('it has arrived', () => server.received.length === 2);
  });
});
