import { expect, test } from 'vitest';
import type { LivePage } from '#src/features/community/live-page.ts';
import { readShelf } from '#src/features/community/read-shelf.ts';
import type { Shelf } from '#src/features/community/question-list.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const live = {
  site: { locales: ['en', 'de'], defaultLocale: 'en' },
  locale: 'en',
  categories: [],
} as unknown as LivePage;
const minute = (n: number) => new Date(Date.UTC(2026, 10, 22, 12, n));

const moderator = await member(db, 'moderator', 'moderator');
const ids: number[] = [];
for (let index = 0; index < 30; index += 1) {
  const { id } = await db
    .insertInto('questions')
    .values({
      author_id: moderator.id,
      locale: index === 1 ? 'de' : 'en',
      category: index % 2 ? 'using' : 'writing',
      title: `Question ${index}`,
      body: 'x',
      html: 'x',
      tags: ['search'],
      created_at: minute(index),
      active_at: minute(index),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  ids.push(id);
}

const read = async (shelf: Shelf, query = '') => {
  const list = await readShelf(db, live, shelf, new URLSearchParams(query), undefined);
  return {
    pinned: list.pinned.map(({ id }) => id),
    rows: list.page.rows.map(({ id }) => id),
    next: list.page.next,
  };
};
const change = (id: number | undefined, deed: 'pin' | 'unpin' | 'hide', n = 0) =>
  changeWriting(db, moderator, { noun: 'question', id: id ?? 0, deed }, 'x', 'en', minute(n));

test('pinned questions stand before a list where it begins, and only once there', async () => {
  await change(ids[0], 'pin', 1);
  await change(ids[3], 'pin', 2);
  await change(ids[29], 'pin', 3);
  const first = await read({});
  expect(first.pinned).toEqual([ids[29], ids[3], ids[0]]);
  expect(first.rows).not.toContain(ids[29]);
  // Its pages end where they would without.
  const second = await read({}, `after=${first.next}`);
  expect(second.pinned).toEqual([]);
  expect(new Set([...first.pinned, ...first.rows, ...second.rows]).size).toBe(29);

  expect((await read({ category: 'using' })).pinned).toEqual([ids[29], ids[3]]);
  expect((await read({ tag: 'search' })).pinned).toEqual([]);
  expect((await read({ tag: 'search' })).rows).toContain(ids[29]);
  expect((await read({}, 'order=unanswered')).pinned).toEqual([]);

  await change(ids[29], 'hide');
  await change(ids[3], 'unpin');
  expect((await read({})).pinned).toEqual([ids[0]]);
});

test('in the languages of the list, and no more than a few', async () => {
  await change(ids[1], 'pin', 5);
  expect((await read({})).pinned).not.toContain(ids[1]);
  expect((await read({}, 'languages=all')).pinned).toContain(ids[1]);
  for (const id of ids.slice(4, 12)) await change(id, 'pin', 6);
  expect((await read({})).pinned).toHaveLength(5);
});
