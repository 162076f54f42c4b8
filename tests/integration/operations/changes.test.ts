import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { followChanges, onChange, tellChange, type Change } from '#src/server/changes.ts';
import { createLog } from '#src/server/log.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const heard: Change[] = [];
const stopHearing = onChange((change) => heard.push(change));
const stop = followChanges(url, createLog('silent'));

const hears = (expected: Change) => vi.waitFor(() => expect(heard).toContainEqual(expected));

// What was told before nobody has followed, so that the beginning counts as a gap.
beforeAll(() => hears(['*']));
afterAll(async () => {
  stopHearing();
  await stop();
});

test('a change is heard once its transaction is committed, and not before', async () => {
  await db.transaction().execute(async (trx) => {
    await tellChange(trx, ['question:1']);
    await tellChange(db, ['question:2']);
    await hears(['question:2']);
    expect(heard).not.toContainEqual(['question:1']);
  });
  await hears(['question:1']);
});

test('what was rolled back is not heard', async () => {
  const deed = db.transaction().execute(async (trx) => {
    await tellChange(trx, ['question:3']);
    throw new Error('no');
  });
  await expect(deed).rejects.toThrow('no');
  await tellChange(db, ['question:4']);
  await hears(['question:4']);
  expect(heard).not.toContainEqual(['question:3']);
});

test('after a broken connection anything may have changed', async () => {
  heard.length = 0;
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`.execute(db);
  await vi.waitFor(() => expect(heard).toContainEqual(['*']), 5000);
  await tellChange(db, ['question:5']);
  await hears(['question:5']);
});
