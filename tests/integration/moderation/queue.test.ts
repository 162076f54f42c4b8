import { sql, type CompiledQuery } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { spanOf } from '#src/features/community/list-cursor.ts';
import { readReviewQueue } from '#src/features/moderation/read-review-queue.ts';
import { NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import { member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { posting } from './newcomers.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-22T12:00:00Z');
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
let moderator: Actor;
/** Ids of what waits, in the order of the queue. */
let expected: number[];

beforeAll(async () => {
  moderator = await member(db, 'moderator', 'moderator');
  const asker = await member(db, 'asker');
  const question = await posting(db, now).ask(asker, 'A question with a long tail of answers.');
  await db.deleteFrom('review_items').execute();
  const answers = await db
    .insertInto('answers')
    .values(
      Array.from({ length: 140 }, (_, at) => ({
        question_id: question,
        author_id: asker.id,
        body: `Answer ${at}`,
        html: `<p>Answer ${at}</p>`,
        created_at: now,
      })),
    )
    .returning('id')
    .execute();
  // Some came in at one moment, first posts before, between and after the others.
  const items = await db
    .insertInto('review_items')
    .values(
      answers.map(({ id }, at) => ({
        noun: 'answer' as const,
        writing_id: id,
        question_id: question,
        author_id: asker.id,
        kind: at % 2 === 0 ? ('first-post' as const) : ('held' as const),
        opened_at: hour(Math.floor(((at * 37) % 140) / 10)),
      })),
    )
    .returning(['id', 'kind', 'opened_at'])
    .execute();
  expected = items
    .toSorted(
      (a, b) =>
        Number(a.kind === 'first-post') - Number(b.kind === 'first-post') ||
        a.opened_at.getTime() - b.opened_at.getTime() ||
        a.id - b.id,
    )
    .map(({ id }) => id);
});

const read = async (way: { after?: string; before?: string } = {}) => {
  const span = spanOf(new URLSearchParams(way));
  const { rows, previous, next } = await readReviewQueue(db, moderator, span, now);
  return { ids: rows.map(({ id }) => id), previous: previous!, next: next! };
};

/** The plan by which the database reads a page. */
async function planOf(way: { after?: string; before?: string }): Promise<string> {
  const asked: CompiledQuery[] = [];
  const watched = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  });
  const executor = watched.getExecutor();
  const compile = executor.compileQuery.bind(executor);
  executor.compileQuery = (node, queryId) => {
    const query = compile(node, queryId) as CompiledQuery;
    asked.push(query);
    return query as never;
  };
  await readReviewQueue(watched, moderator, spanOf(new URLSearchParams(way)), now);
  const [query] = asked;
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
    ...query!,
    sql: `EXPLAIN ${query!.sql}`,
  });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('has pages forth and back: what is hidden first, the longest waiting before the others', async () => {
  const first = await read();
  const second = await read({ after: first.next });
  const third = await read({ after: second.next });
  expect([...first.ids, ...second.ids, ...third.ids]).toEqual(expected);
  expect([first.ids, second.ids, third.ids].map(({ length }) => length)).toEqual([50, 50, 40]);
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
  const back = await read({ before: third.previous });
  expect(back.ids).toEqual(second.ids);
  expect((await read({ before: back.previous })).ids).toEqual(first.ids);
});

test('goes on at the same place when what stood there is decided, and skips nothing', async () => {
  const { ids, next } = await read();
  const decide = (decided_at: Date | null) =>
    db.updateTable('review_items').set({ decided_at }).where('id', 'in', ids).execute();
  await decide(now);
  expect((await read({ after: next })).ids).toEqual(expected.slice(50, 100));
  const nothing = await read({ before: next });
  expect(nothing).toMatchObject({ ids: [], previous: undefined });
  await decide(null);
});

test('is for moderators', async () => {
  const author = await member(db, 'author', 'author');
  await expect(readReviewQueue(db, author, {}, now)).rejects.toThrow(NotAllowed);
  await expect(readReviewQueue(db, undefined, {}, now)).rejects.toThrow(NotSignedIn);
});

test('is read along its index, however much has been decided', async () => {
  await sql`
    INSERT INTO review_items (noun, writing_id, question_id, author_id, kind, opened_at, decided_at)
    SELECT 'answer', 100000 + n, question_id, author_id, kind, opened_at, opened_at
    FROM review_items, generate_series(1, 40) AS n WHERE decided_at IS NULL`.execute(db);
  await sql`ANALYZE review_items`.execute(db);
  const { next, previous } = await read({ after: (await read()).next });
  for (const way of [{}, { after: next }, { before: previous }]) {
    const plan = await planOf(way);
    expect(plan).toContain('review_items_waiting_index');
    expect(plan).not.toMatch(/Seq Scan on review_items/);
  }
});
