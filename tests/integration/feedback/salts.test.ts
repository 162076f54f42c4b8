import { sql } from 'kysely';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';
import { createDatabase } from '#src/server/database.ts';
import { saltsFor } from '#src/server/salts.ts';
import { rotateSalts } from '#src/server/salts.store.ts';
import { visitorOf } from '#src/server/visitor.ts';
import { templateName } from '#tests/support/template.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const traces = { address: '203.0.113.7', userAgent: 'Firefox', acceptLanguage: 'de' };
const days = async () => {
  const rows = await db.selectFrom('visitor_salts').select('day').orderBy('day').execute();
  return rows.map(({ day }) => `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`);
};

beforeEach(() => db.deleteFrom('visitor_salts').execute());

test('all processes are given the same salt, whoever comes first', async () => {
  const others = Array.from({ length: 5 }, () => createDatabase(url));
  try {
    const all = await Promise.all([db, ...others].map((one) => rotateSalts(one, '2026-11-21')));
    expect(new Set(all.map((salts) => visitorOf(salts, traces).code)).size).toBe(1);
    expect(await days()).toEqual(['2026-11-21']);
  } finally {
    await Promise.all(others.map((one) => one.destroy()));
  }
});

test('yesterday’s salt is kept and older ones are destroyed', async () => {
  const monday = await rotateSalts(db, '2026-11-16');
  const tuesday = await rotateSalts(db, '2026-11-17');
  const wednesday = await rotateSalts(db, '2026-11-18');
  expect(monday.yesterday).toBeUndefined();
  expect(visitorOf(tuesday, traces).codeYesterday).toBe(visitorOf(monday, traces).code);
  expect(visitorOf(wednesday, traces).codeYesterday).toBe(visitorOf(tuesday, traces).code);
  expect(await days()).toEqual(['2026-11-17', '2026-11-18']);
});

test('a code cannot be computed again once its salt is gone', async () => {
  const { code } = visitorOf(await rotateSalts(db, '2026-11-16'), traces);
  await rotateSalts(db, '2026-11-17');
  await rotateSalts(db, '2026-11-18');
  const again = visitorOf(await rotateSalts(db, '2026-11-16'), traces);
  expect([again.code, again.codeYesterday]).not.toContain(code);
});

/** All rows of all tables, as text. */
async function everyRow(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`.execute(
    db,
  );
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ text: string }>`
        SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM ${sql.raw(name)} AS t`.execute(
        db,
      );
      return rows[0]!.text;
    }),
  );
  return all.join('\n');
}

/** What lies in the file of the table, rows that were deleted included. */
async function fileOfSalts(): Promise<string> {
  await sql`CHECKPOINT`.execute(db);
  const { rows } = await sql<{ bytes: Buffer }>`
    SELECT pg_read_binary_file(pg_relation_filepath('visitor_salts')) AS bytes`.execute(db);
  return rows[0]!.bytes.toString('hex');
}

test('nothing in the database has a salt that is gone, not even its files', async () => {
  const made = ['16', '17', '18'].map((day) => [`2026-11-${day}`, `${day}`.repeat(32)] as const);
  for (const [day, hex] of made) {
    await rotateSalts(db, day, () => Buffer.from(hex, 'hex'));
    expect(await fileOfSalts()).toContain(hex);
  }
  const [gone, ...kept] = made.map(([, hex]) => hex);
  for (const place of [await everyRow(), await fileOfSalts()]) {
    expect(place).not.toContain(gone);
    for (const salt of kept) expect(place).toContain(salt);
  }
});

test('nothing in memory leads to a salt that is gone', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const salts = async (day: string) => (await saltsFor(db, new Date(`${day}T12:00:00Z`))).today;
  const old = new WeakRef(await salts('2026-11-16'));
  await salts('2026-11-17');
  await salts('2026-11-18');
  await vi.waitFor(() => {
    collect();
    expect(old.deref()).toBeUndefined();
  });
});

test('a salt that nobody replaced in time is destroyed with the next visit', async () => {
  await rotateSalts(db, '2026-11-10');
  const salts = await rotateSalts(db, '2026-11-16');
  expect(salts.yesterday).toBeUndefined();
  expect(await days()).toEqual(['2026-11-16']);
});

test('the day’s salts are asked for once, and replaced at midnight without a visit', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T23:59:50Z'), toFake: ['setTimeout', 'Date'] });
  try {
    const first = await saltsFor(db, new Date());
    expect(await saltsFor(db, new Date())).toBe(first);
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await days()).toEqual(['2026-11-20', '2026-11-21']));
  } finally {
    vi.useRealTimers();
  }
});

test('a failure is not remembered: the next visit asks again', async () => {
  const name = `late_${Date.now()}`;
  const late = createDatabase(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  const now = new Date();
  try {
    await expect(saltsFor(late, now)).rejects.toThrow(name);
    await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(templateName)}`.execute(db);
    expect(await saltsFor(late, now)).toMatchObject({ yesterday: undefined });
  } finally {
    await late.destroy();
    await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(db);
  }
});
