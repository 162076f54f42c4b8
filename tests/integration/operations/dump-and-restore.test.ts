import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { DumpError } from '#db/dump-lines.ts';
import { dump } from '#db/dump.ts';
import { restore } from '#db/restore.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'helpmark-dump-'));
const file = path.join(folder, 'all.dump');
afterAll(() => fs.rm(folder, { recursive: true }));

const now = new Date('2026-03-01T12:00:00.123Z');

async function fill() {
  await db
    .insertInto('articles')
    .values(
      Array.from({ length: 1200 }, (_, at) => ({
        locale: 'en',
        category: 'using',
        slug: `article-${at}`,
        title: `Quotes "and" \\ back\nlines, 日本語 ${at}`,
        file: `articles/en/using/article-${at}.md`,
        owner: at % 2 ? null : 'mira',
        first_seen_at: now,
      })),
    )
    .execute();
}

const everything = () => db.selectFrom('articles').selectAll().orderBy('id').execute();

it('restores every row as it was, and numbers new ones after them', async () => {
  await fill();
  const before = await everything();
  await dump(db, file);
  await db.deleteFrom('articles').execute();

  expect(await restore(db, file)).toBe(1200);
  expect(await everything()).toEqual(before);
  const { id } = await db
    .insertInto('articles')
    .values({
      locale: 'en',
      category: 'c',
      slug: 's',
      title: 't',
      file: 'f',
      owner: null,
      first_seen_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(id).toBeGreaterThan(Math.max(...before.map((one) => one.id)));
});

it('keeps what is there when the dump was cut off', async () => {
  const bytes = await fs.readFile(file);
  const cut = path.join(folder, 'cut.dump');
  await fs.writeFile(cut, bytes.subarray(0, bytes.length / 2));
  const before = await everything();
  await expect(restore(db, cut)).rejects.toThrow(DumpError);
  expect(await everything()).toEqual(before);
});

it('brings everything back when a row does not fit', async () => {
  const lines = gunzipSync(await fs.readFile(file)).toString();
  const odd = path.join(folder, 'odd.dump');
  await fs.writeFile(odd, gzipSync(lines.replaceAll('"title": "Quotes', '"titel": "Quotes')));
  const before = await everything();
  await expect(restore(db, odd)).rejects.toThrow(/null value in column "title"/);
  expect(await everything()).toEqual(before);
  // Extensions were moved away meanwhile, with what is built on them.
  await dump(db, file);
  await restore(db, file);
  expect(await everything()).toEqual(before);
});

it('does not carry the keys of visitors away', async () => {
  await db
    .insertInto('visitor_salts')
    .values({ day: '2026-03-01', salt: Buffer.from('key') })
    .execute();
  await dump(db, file);
  await restore(db, file);
  expect(await db.selectFrom('visitor_salts').selectAll().execute()).toEqual([]);
});

it('sends nothing that may have been sent since the backup was made', async () => {
  const { id } = await db
    .insertInto('members')
    .values({ handle: 'mira', name: 'Mira', email: null, locale: 'en', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const news = { member_id: id, kind: 'decision', reason: 'moderation', created_at: now };
  await db
    .insertInto('notifications')
    .values({ ...news, event: 'decision-1', mail_at: now })
    .execute();
  await dump(db, file);
  await restore(db, file);
  const [told, ...more] = await db.selectFrom('notifications').selectAll().execute();
  expect(more).toEqual([]);
  expect(told).toMatchObject({ event: 'decision-1', mail_at: null });
});

it('leaves no trace of the exchange in the database', async () => {
  const { rows } = await sql<{ nspname: string }>`
    select nspname from pg_namespace where nspname = 'before_restore'
  `.execute(db);
  expect(rows).toEqual([]);
});
