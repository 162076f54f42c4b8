import { sql, type CompiledQuery } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCursor, type Span } from '#src/features/community/list-cursor.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { followShelf } from '#src/features/community/follow-shelf.ts';
import type { LivePage } from '#src/features/community/live-page.ts';
import { memberWork } from '#src/features/community/member-work.ts';
import {
  ORDERS,
  ordersOf,
  readOrder,
  type Order,
  type Shelf,
} from '#src/features/community/question-list.ts';
import { readShelf } from '#src/features/community/read-shelf.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { readPinned, readQuestions, readUnsolved } from '#src/features/community/read-questions.ts';
import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member } from './members.ts';

const { db } = await testDatabase();
const SIZE = 4000;

beforeAll(async () => {
  const { id } = await member(db, 'writer');
  await sql`
    INSERT INTO questions
      (author_id, locale, category, title, body, html, tags, created_at, active_at, score)
    SELECT ${id}, CASE WHEN n % 10 = 0 THEN 'de' ELSE 'en' END, (ARRAY['using', 'writing', 'operating'])[1 + n % 3],
      'Question about topic' || n % 97 || ' and thing' || n, 'x', 'x',
      ARRAY['common', 'tag' || n % 200],
      timestamptz '2026-01-01' + n * interval '1 minute',
      timestamptz '2026-02-01' + (n * 7919 % ${sql.lit(SIZE)}) * interval '1 minute',
      n % 50
    FROM generate_series(1, ${sql.lit(SIZE)}) AS n`.execute(db);
  await sql`
    INSERT INTO answers (question_id, author_id, body, html, created_at, score)
    SELECT questions.id, ${id}, 'x', 'x', now(), n
    FROM questions, generate_series(1, 3) AS n WHERE questions.id % 5 <> 0`.execute(db);
  await sql`UPDATE questions SET answer_count = 3 WHERE id % 5 <> 0`.execute(db);
  await sql`
    INSERT INTO comments (question_id, answer_id, author_id, body, html, created_at)
    SELECT question_id, id, author_id, 'x', 'x', now() FROM answers`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
});

async function walk(order: Order, shelf: Shelf, pages: number, arriving?: () => Promise<void>) {
  const ids: number[] = [];
  let span: Span = {};
  for (let page = 0; page < pages; page += 1) {
    const { rows, next } = await readQuestions(db, order, shelf, span);
    ids.push(...rows.map(({ id }) => id));
    if (!next) break;
    span = { after: readCursor(next) };
    await arriving?.();
  }
  return ids;
}

describe('a list', () => {
  test.each(ORDERS)('by %s goes on where the page before ended, forth and back', async (order) => {
    const ids = await walk(order, { category: 'using' }, 5);
    expect(new Set(ids).size).toBe(100);
    const second = await readQuestions(
      db,
      order,
      { category: 'using' },
      {
        after: readCursor((await readQuestions(db, order, { category: 'using' }, {})).next ?? null),
      },
    );
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(20, 40));
    const back = await readQuestions(
      db,
      order,
      { category: 'using' },
      {
        before: readCursor(second.previous ?? null),
      },
    );
    expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect(back.previous).toBeUndefined();
  });

  test('stays in place while new questions arrive', async () => {
    const before = await walk('newest', {}, 4);
    let minutes = 0;
    const author = await member(db, 'arriving');
    const during = await walk('newest', {}, 4, async () => {
      minutes += 1;
      const at = new Date(Date.parse('2026-10-01T00:00:00Z') + minutes * 60_000);
      await db
        .insertInto('questions')
        .values({
          author_id: author.id,
          locale: 'en',
          category: 'using',
          title: 'A new one',
          tags: [],
          body: 'x',
          html: 'x',
          created_at: at,
          active_at: at,
        })
        .execute();
    });
    expect(during).toEqual(before);
  });

  test('holds what belongs on its shelf and nothing hidden, deleted or duplicate', async () => {
    const tagged = await walk('newest', { tag: 'tag7' }, 3);
    expect(tagged).toHaveLength(20);
    const [gone, hidden, double] = tagged;
    await sql`UPDATE questions SET deleted_at = now() WHERE id = ${gone}`.execute(db);
    await sql`UPDATE questions SET hidden_at = now() WHERE id = ${hidden}`.execute(db);
    await sql`UPDATE questions SET duplicate_of_id = 1 WHERE id = ${double}`.execute(db);
    expect(await walk('newest', { tag: 'tag7' }, 3)).toEqual(tagged.slice(3));
    const unanswered = await readQuestions(db, 'unanswered', {}, {});
    expect(unanswered.rows.every(({ answerCount }) => answerCount === 0)).toBe(true);
  });
});

describe('languages', () => {
  test.each(ORDERS)('by %s, one or several put together in one order', async (order) => {
    const pages = (locales: string[] | undefined) => walk(order, { category: 'using', locales }, 6);
    const all = await pages(undefined);
    expect(await pages(['ja', 'de', 'en'])).toEqual(all);
    const german = await readQuestions(db, order, { locales: ['de'] }, {});
    expect(new Set(german.rows.map(({ locale }) => locale))).toEqual(new Set(['de']));
  });
});

describe('what waits for an answer', () => {
  const title = (rows: { title: string }[]) => rows.map((row) => row.title);

  test('is on the shelves that a member follows, not theirs, not solved, not locked', async () => {
    const reader = await member(db, 'follower');
    const writer = await member(db, 'asker');
    const base = {
      author_id: writer.id,
      locale: 'en',
      category: 'rare',
      tags: [] as string[],
      body: 'x',
      html: 'x',
      created_at: new Date('2027-01-01'),
      active_at: new Date('2027-01-01'),
    };
    const { id: answerId } = await db
      .selectFrom('answers')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('questions')
      .values([
        { ...base, title: 'open' },
        { ...base, title: 'answered', answer_count: 2 },
        { ...base, title: 'tagged', category: 'else', tags: ['seldom', 'other'] },
        { ...base, title: 'German', locale: 'de' },
        { ...base, title: 'theirs', author_id: reader.id },
        { ...base, title: 'solved', accepted_answer_id: answerId },
        { ...base, title: 'locked', locked_at: base.created_at },
        { ...base, title: 'hidden', hidden_at: base.created_at },
        { ...base, title: 'elsewhere', category: 'else' },
      ])
      .execute();
    const list = async (follows: [kind: 'category' | 'tag', name: string][], query = '') => {
      await db.deleteFrom('shelf_follows').execute();
      for (const [kind, name] of follows) {
        await followShelf(db, reader, { kind, name }, true, base.created_at);
      }
      const live = { site: { locales: ['en', 'de'] }, locale: 'en' } as LivePage;
      const asked = new URLSearchParams(`order=needs-answer${query}`);
      return readShelf(db, live, {}, asked, reader);
    };
    expect(title((await list([['category', 'rare']])).page.rows)).toEqual(['answered', 'open']);
    expect(title((await list([['tag', 'seldom']])).page.rows)).toEqual(['tagged']);
    const both = await list(
      [
        ['category', 'rare'],
        ['tag', 'seldom'],
      ],
      '&languages=all',
    );
    expect(title(both.page.rows)).toEqual(['German', 'tagged', 'answered', 'open']);
    expect(await list([])).toMatchObject({ isWaitingForFollows: true, page: { rows: [] } });
  });

  test('is a list that only members are offered, and only of all questions', () => {
    const reader = { id: 1 } as Actor;
    expect(ordersOf({}, reader)).toContain('needs-answer');
    expect(ordersOf({}, undefined)).not.toContain('needs-answer');
    expect(ordersOf({ tag: 'one' }, reader)).not.toContain('needs-answer');
    expect(readOrder('needs-answer', ordersOf({}, undefined))).toBe('active');
  });
});

/** Plans of all that `deed` asks the database. */
async function plansOf(deed: (watched: typeof db) => Promise<unknown>): Promise<string> {
  const asked: CompiledQuery[] = [];
  const watched = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      return result;
    },
  });
  const executor = watched.getExecutor();
  const execute = executor.executeQuery.bind(executor);
  executor.executeQuery = (query, ...others) => {
    asked.push(query);
    return execute(query, ...others);
  };
  await deed(watched);
  expect(asked).not.toEqual([]);
  const plans = [];
  for (const { sql: text, parameters, query, queryId } of asked) {
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
      sql: `EXPLAIN ${text}`,
      parameters,
      query,
      queryId,
    });
    plans.push(...rows.map((row) => row['QUERY PLAN']));
  }
  return plans.join('\n');
}

test('a list of a tag is planned for that tag, all others once', async () => {
  const prepared = async (shelf: Shelf) => {
    await readQuestions(db, 'helpful', { ...shelf, locales: ['en'] }, {});
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%score%'`.execute(db);
    return rows.map(({ statement }) => statement.includes('tags @>'));
  };
  expect(await prepared({})).toContain(false);
  expect(await prepared({ tag: 'common' })).not.toContain(true);
});

describe('reads along an index', () => {
  const shelves: Shelf[] = [{}, { category: 'using' }, { tag: 'common' }, { tag: 'tag7' }];
  const languages = [['en'], ['en', 'de', 'ja', 'ar']];
  const cases = ORDERS.flatMap((order) =>
    shelves.flatMap((shelf) =>
      languages.map((locales) => ({ order, shelf: { ...shelf, locales } })),
    ),
  );

  test.each(cases)('$order of $shelf', async ({ order, shelf }) => {
    const { next } = await readQuestions(db, order, shelf, {});
    const spans: Span[] = [{}, { after: readCursor(next ?? null) }];
    for (const span of spans) {
      const plan = await plansOf((watched) => readQuestions(watched, order, shelf, span));
      expect(plan).not.toMatch(/Seq Scan on (questions|answers|comments)/);
      // A join would read all members, of whom the test has few.
      if (shelf.tag === undefined) expect(plan).not.toMatch(/Join|Nested Loop/);
      // Sorting is for the few that share a tag; all else comes in its order from the index.
      if (shelf.tag === undefined && shelf.locales.length === 1) expect(plan).not.toMatch(/Sort/);
    }
  });

  test.each(ORDERS)(
    '%s of a common tag, passing over the others without their rows',
    async (order) => {
      await sql`VACUUM questions`.execute(db);
      const shelf = { tag: 'common', locales: ['en'] };
      const plan = await plansOf((watched) => readQuestions(watched, order, shelf, {}));
      expect(plan).toMatch(new RegExp(`Index Only Scan.* using questions_${order}_index`));
    },
  );

  test.each([
    { categories: ['using'], tags: [] },
    { categories: [], tags: ['tag7'] },
    { categories: ['using', 'writing'], tags: ['common', 'tag7'] },
  ])('what waits for an answer in $categories $tags', async (shelves) => {
    const followed = { memberId: 1_000_000, ...shelves };
    for (const locales of languages) {
      const { next } = await readUnsolved(db, followed, locales, {});
      const spans: Span[] = [{}, { after: readCursor(next ?? null) }];
      for (const span of spans) {
        const plan = await plansOf((watched) => readUnsolved(watched, followed, locales, span));
        expect(plan).not.toMatch(/Seq Scan on (questions|answers|comments)/);
      }
    }
  });

  test('what a member has asked', async () => {
    const plan = await plansOf((watched) => memberWork(watched, 1_000_000));
    expect(plan).not.toMatch(/Seq Scan on (questions|answers|comments)/);
  });

  test('what stands in front of a list', async () => {
    const shelf = { category: 'using', locales: ['en'] };
    const plan = await plansOf((watched) => readPinned(watched, 'active', shelf, {}));
    expect(plan).not.toMatch(/Seq Scan on questions/);
  });

  test('a question with its answers', async () => {
    const plan = await plansOf((watched) => readQuestionPage(watched, 3, undefined, {}));
    expect(plan).not.toMatch(/Seq Scan on (questions|answers|comments)/);
  });

  test('questions like another', async () => {
    const plan = await plansOf((watched) =>
      similarQuestions(watched, { title: 'About thing12' }, 'en'),
    );
    expect(plan).not.toMatch(/Seq Scan on questions/);
  });
});
