import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { createReadingDatabase } from '#src/server/reading-database.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const reading = createReadingDatabase(url);
afterAll(() => reading.destroy());

const echo = async (number: number) => {
  const { rows } = await sql<{ echo: number }>`SELECT ${number}::integer AS echo`.execute(reading);
  return rows[0]?.echo;
};
const backend = async () => {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(reading);
  return rows[0]?.pid;
};

test('many who ask at once each get their own answer, over a few sessions', async () => {
  const asked = Array.from({ length: 200 }, (_, number) => number);
  expect(await Promise.all(asked.map(echo))).toEqual(asked);
  expect(new Set(await Promise.all(asked.map(backend))).size).toBe(2);
});

test('a statement that fails fails alone', async () => {
  const all = await Promise.allSettled([
    echo(1),
    sql`SELECT 1 / ${0}::integer`.execute(reading),
    echo(2),
    sql`SELECT nothing FROM nowhere WHERE id = ${1}`.execute(reading),
    echo(3),
    echo(4),
  ]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    1,
    'failed',
    2,
    'failed',
    3,
    4,
  ]);
});

test('a session that breaks is opened anew, once, even while it is being asked', async () => {
  const before = new Set([await backend(), await backend()]);
  const { rows } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`.execute(db);
  const asked = Promise.allSettled(Array.from({ length: 50 }, () => backend()));
  for (const pid of before) await sql`SELECT pg_terminate_backend(${pid})`.execute(db);
  await Promise.allSettled(Array.from({ length: 50 }, () => backend()));
  await asked;
  await vi.waitFor(async () => expect(await echo(5)).toBe(5));
  const after = await Promise.all(Array.from({ length: 50 }, () => backend()));
  expect(new Set(after).size).toBe(2);
  expect(after.some((pid) => before.has(pid))).toBe(false);
  const { rows: now } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`.execute(db);
  expect(now).toHaveLength(rows.length);
});

test('a table that changes is read as it is now', async () => {
  await sql`CREATE TABLE changing (id integer)`.execute(db);
  await sql`INSERT INTO changing VALUES (1)`.execute(db);
  const read = async () =>
    (await sql`SELECT * FROM changing WHERE id = ${1}`.execute(reading)).rows[0];
  await Promise.all([read(), read(), read(), read()]);
  await sql`ALTER TABLE changing ADD COLUMN more integer DEFAULT 2`.execute(db);
  await Promise.allSettled([read(), read(), read(), read()]);
  expect(await Promise.all([read(), read()])).toEqual([
    { id: 1, more: 2 },
    { id: 1, more: 2 },
  ]);
});

test('nobody who can be reached is said within seconds, and then again', async () => {
  const away = createReadingDatabase('postgres://nobody@127.0.0.1:1/none');
  for (let time = 0; time < 3; time += 1) {
    await expect(sql`SELECT 1`.execute(away)).rejects.toThrow('ECONNREFUSED');
  }
  await away.destroy();
});
