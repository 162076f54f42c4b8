import { sql, type CompiledQuery } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { listAnswered } from '#src/features/community/answered-questions.store.ts';
import { findQuestions } from '#src/features/search/find-questions.ts';
import type { QuestionRequest } from '#src/features/search/question-search.ts';
import { member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const SIZE = 5000;
/** So many come in at a time, in less than a statement may take. */
const PORTION = 1000;

beforeAll(async () => {
  const { id } = await member(db, 'writer');
  for (let from = 1; from <= SIZE; from += PORTION) {
    await sql`
    INSERT INTO questions
      (author_id, locale, category, title, tags, body, html, created_at, active_at, answer_count)
    SELECT ${id}, CASE WHEN n % 10 = 0 THEN 'ja' ELSE 'en' END,
      (ARRAY['using', 'writing', 'operating'])[1 + n % 3],
      'Common question about topic' || n % 97 || ' with thing' || n,
      ARRAY['tag' || n % 200], 'A plain body with word' || n % 50, '<p>A plain body</p>',
      now(), now(), 2
    FROM generate_series(${from}::integer, ${from + PORTION - 1}::integer) AS n`.execute(db);
    await sql`
    INSERT INTO answers (question_id, author_id, body, html, created_at)
    SELECT questions.id, ${id}, 'Common answer number' || n || ' and part' || questions.id % 400,
      '<p>x</p>', now()
    FROM questions, generate_series(1, 2) AS n WHERE questions.id >= ${from}`.execute(db);
  }
  await sql`
    UPDATE questions SET accepted_answer_id = answers.id FROM answers
    WHERE question_id = questions.id AND questions.id % 3 = 0`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
}, 120_000);

/** Plans of all that `deed` asks the database. */
async function plansOf(deed: (watched: typeof db) => Promise<unknown>): Promise<string> {
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
  await deed(watched);
  const plans = [];
  for (const { sql: text, ...rest } of asked) {
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
      ...rest,
      sql: `EXPLAIN ${text}`,
    });
    plans.push(...rows.map((row) => row['QUERY PLAN']));
  }
  expect(plans).not.toEqual([]);
  return plans.join('\n');
}

const SCANS_A_GROWING_TABLE = /Seq Scan on (questions|answers|question_words|answer_words)/;

test.each<[string, Partial<QuestionRequest>]>([
  ['common', {}],
  ['common question', {}],
  ['thing77', {}],
  ['topic5 part7', {}],
  ['comm', {}],
  ['questoin abuot topic12', {}],
  ['nothing like it', {}],
  ['common', { state: 'solved' }],
  ['common', { category: 'writing', state: 'unsolved' }],
  ['thing77', { category: 'writing' }],
  ['common', { locales: ['en', 'ja', 'de', 'ar'] }],
  ['common', { from: 60 }],
])('%s, %j, is found along an index', async (query, more) => {
  const plan = await plansOf((watched) =>
    findQuestions(watched, { query, locales: ['en'], ...more }),
  );
  expect(plan).not.toMatch(SCANS_A_GROWING_TABLE);
});

test('a stretch of the sitemap is read along an index', async () => {
  const plan = await plansOf((watched) => listAnswered(watched, 2000, 3000));
  expect(plan).not.toMatch(SCANS_A_GROWING_TABLE);
});
