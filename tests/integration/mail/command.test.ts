import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueMail } from '#src/server/outbox.ts';
import { createDatabase } from '#src/server/database.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mail, now } from './sample-mails.ts';

const { url } = await testDatabase();
// Other tables come in place of those that a plan would be for.
const db = createDatabase(url, { isPreparing: false });
afterAll(() => db.destroy());
const root = path.resolve(import.meta.dirname, '..', '..', '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mails-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Runs a command as npm does, and tells what it printed and how it ended. */
function command(name: 'mails' | 'db', ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [`src/cli/${name}.ts`, ...args],
      { cwd: root, env: { DATABASE_URL: url, DATA_DIR: path.join(folder, 'none') } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

const jobs = async () =>
  (await sql<{ key: string }>`SELECT key FROM graphile_worker.jobs`.execute(db)).rows.length;

describe('npm run mails', () => {
  it('says that there are none', async () => {
    expect((await command('mails')).out).toBe('There are no mails yet.\n');
  });

  it('lists every mail with how far it has come, the newest first', async () => {
    const states = {
      queued: {},
      sent: { attempts: 1, sending_at: now, sent_at: now },
      'in doubt': { attempts: 1, sending_at: now },
      failed: { attempts: 3, error: '550 no such user' },
      sending: { attempts: 1, sending_at: new Date() },
    };
    for (const [event, state] of Object.entries(states)) {
      await queueMail(db, mail({ event, subject: `This one is ${event}` }), now);
      await db
        .updateTable('mails')
        .set({ attempts: 0, ...state })
        .where('event', '=', event)
        .execute();
    }
    const { code, out } = await command('mails');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.trim());
    expect(lines[0]).toMatch(/^5 {2}2026-03-01 12:00 UTC {2}answer to mira@example\.com$/);
    const stateOf = (event: string) => lines[lines.indexOf(`This one is ${event}`) + 1];
    expect(stateOf('queued')).toBe('queued');
    expect(stateOf('sent')).toBe('sent, 2026-03-01 12:00 UTC, 1 attempt');
    expect(stateOf('in doubt')).toBe('in doubt, 2026-03-01 12:00 UTC, 1 attempt');
    expect(stateOf('failed')).toBe('failed, 3 attempts, 550 no such user');
    expect(stateOf('sending')).toMatch(/^sending, /);
  });

  it('queues a mail again, unless it is being sent', async () => {
    await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
    expect((await command('mails', 'resend', '3')).out).toBe('Mail 3 is queued again.\n');
    expect(await jobs()).toBe(1);
    expect((await command('mails')).out).toContain(
      'This one is in doubt\n        queued, 1 attempt\n',
    );
    expect(await command('mails', 'resend', '5')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Mail 5 is being sent now.'),
    });
  });

  it.each([
    [['resend', '99'], 'There is no mail 99.'],
    [['resend', 'x'], 'Which mail?'],
    [['resend'], 'Which mail?'],
    [['resent', '1'], 'npm run mails'],
  ])('refuses %j', async (args, reason) => {
    const { code, err } = await command('mails', ...args);
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(err).not.toContain('    at ');
  });
});

describe('npm run db', () => {
  const file = path.join(folder, 'all.dump');

  describe('restore', () => {
    beforeAll(async () => {
      await db.deleteFrom('mails').execute();
      await queueMail(db, mail({ event: 'waiting' }), now);
      await queueMail(db, mail({ event: 'gone' }), now);
      await db.updateTable('mails').set({ sent_at: now }).where('event', '=', 'gone').execute();
      expect(await command('db', 'dump', file)).toMatchObject({ code: 0 });
      expect(await command('db', 'restore', file, '--yes')).toMatchObject({ code: 0 });
    });

    it('takes no job over, and leaves mails in doubt that may have been sent since', async () => {
      expect(await jobs()).toBe(0);
      const { out } = await command('mails');
      expect(out).toMatch(/in doubt, .*it waited when the backup was made/);
      expect(out).toMatch(/ sent, /);
    });

    it('leaves a queue that takes mails', async () => {
      await queueMail(db, mail({ event: 'after' }), now);
      expect(await jobs()).toBe(1);
    });
  });

  it('reset leaves neither mails nor jobs, and a queue that takes mails', async () => {
    expect(await command('db', 'reset', '--yes')).toMatchObject({ code: 0 });
    expect(await db.selectFrom('mails').selectAll().execute()).toEqual([]);
    expect(await jobs()).toBe(0);
    await queueMail(db, mail(), now);
    expect(await jobs()).toBe(1);
  });
});
