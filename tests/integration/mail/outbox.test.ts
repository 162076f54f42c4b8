import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { queueMail } from '#src/server/outbox.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mail, now, onlyMail } from './sample-mails.ts';

const { db } = await testDatabase();

beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
});

const jobs = async () =>
  (
    await sql<{ task: string; key: string }>`
      SELECT task_identifier AS task, key FROM graphile_worker.jobs`.execute(db)
  ).rows;

it('keeps the mail, with a job that sends it', async () => {
  await queueMail(db, mail({ unsubscribeUrl: 'https://help.example.com/u/1' }), now);
  expect(await onlyMail(db)).toMatchObject({
    recipient: 'mira@example.com',
    subject: 'Ein Gruß an “Mira”',
    unsubscribe_url: 'https://help.example.com/u/1',
    created_at: now,
    attempts: 0,
    sending_at: null,
    sent_at: null,
  });
  expect(await jobs()).toMatchObject([{ task: 'send-mail' }]);
});

it('leaves neither behind when the transaction is rolled back', async () => {
  const deed = db.transaction().execute(async (trx) => {
    await queueMail(trx, mail(), now);
    throw new Error('something after it fails');
  });
  await expect(deed).rejects.toThrow('something after it fails');
  expect(await db.selectFrom('mails').selectAll().execute()).toEqual([]);
  expect(await jobs()).toEqual([]);
});

it('drops a second mail of the same event, whatever it says', async () => {
  await Promise.all([1, 2, 3].map(() => queueMail(db, mail(), now)));
  await queueMail(db, mail({ subject: 'Another', to: 'tomas@example.com' }), now);
  expect(await db.selectFrom('mails').select('subject').execute()).toEqual([
    { subject: 'Ein Gruß an “Mira”' },
  ]);
  expect(await jobs()).toHaveLength(1);
});

describe('what would add headers or recipients', () => {
  it.each([
    'mira@example.com\r\nBcc: all@example.com',
    'mira@example.com\nBcc: all@example.com',
    'mira@example.com, all@example.com',
    'mira@example.com; all@example.com',
    'Mira <all@example.com>',
    'mira@example.com\u0000',
    'mira@example.com\u2028',
  ])('is refused in a recipient: %j', async (to) => {
    await expect(queueMail(db, mail({ to }), now)).rejects.toThrow(RangeError);
    expect(await jobs()).toEqual([]);
  });

  it('is refused in an unsubscribe address', async () => {
    const unsubscribeUrl = 'https://help.example.com/>\r\nBcc: all@example.com';
    await expect(queueMail(db, mail({ unsubscribeUrl }), now)).rejects.toThrow(RangeError);
  });

  it('is refused in the name of a thread', async () => {
    const thread = 'question-1>\r\nBcc: all@example.com';
    await expect(queueMail(db, mail({ thread }), now)).rejects.toThrow(RangeError);
  });

  it('becomes a space in a subject', async () => {
    await queueMail(db, mail({ subject: ' Why?\r\n\tBcc: all@example.com\u0085x\u2028y ' }), now);
    expect((await onlyMail(db)).subject).toBe('Why? Bcc: all@example.com x y');
  });
});
