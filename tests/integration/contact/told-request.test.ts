import { expect, test } from 'vitest';
import { moveRequest } from '#src/features/contact/move-request.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { letterhead, now, sent } from './requests.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);

test('other systems hear of a request and of its end, and of nothing that was written', async () => {
  await db
    .insertInto('webhook_endpoints')
    .values({
      url: 'https://example.com/',
      description: '',
      events: ['contact.received', 'contact.closed'],
      sealed_secret: 'x',
      created_at: now,
    })
    .execute();
  const words = { email: 'ann@example.net', message: 'The secret of my invoice is gone.' };
  const { reference } = await sent(db, words);
  // The same words again are the same request.
  await sent(db, words);
  const move = (state: 'answered' | 'closed') =>
    db
      .transaction()
      .execute((trx) => moveRequest(trx, reference, { state, byId: undefined }, letterhead, now));
  await move('answered');
  await move('closed');
  await move('closed');
  const told = await db.selectFrom('webhook_deliveries').selectAll().orderBy('id').execute();
  expect(told.map(({ event }) => event)).toEqual(['contact.received', 'contact.closed']);
  expect(JSON.parse(told[0]!.data as string)).toEqual({
    request: {
      reference,
      category: null,
      locale: 'en',
      url: `/contact/requests/${reference}`,
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/secret of my|ann@/);
});
