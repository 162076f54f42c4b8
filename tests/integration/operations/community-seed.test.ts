import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seedOnce } from '#db/seed.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { article } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-22T12:00:00Z');

test('the example community is whole, and its counters are those of its rows', async () => {
  await syncArticles(db, [article({ category: 'writing', slug: 'snippets' })], 'en', now);
  await seedOnce(db, 'community', now, {
    render: renderMarkdown,
    passwordHash: async () => 'none',
    say: () => {},
  });
  const { rows } = await sql<Record<string, number>>`
    SELECT
      (SELECT count(*) FROM members)::integer AS members,
      (SELECT count(*) FROM questions)::integer AS questions,
      (SELECT count(*) FROM questions WHERE accepted_answer_id IS NOT NULL)::integer AS solved,
      (SELECT count(*) FROM questions WHERE article_id IS NOT NULL)::integer > 0 AS "fromArticles",
      (SELECT count(*) FROM questions WHERE
        answer_count <> (SELECT count(*) FROM answers WHERE question_id = questions.id)
        OR score <> (SELECT coalesce(sum(value), 0) FROM question_votes WHERE question_id = questions.id)
        OR same_count <> (SELECT count(*) FROM same_questions WHERE question_id = questions.id)
        OR accepted_answer_id IS NOT NULL AND accepted_answer_id NOT IN (SELECT id FROM answers WHERE question_id = questions.id)
      )::integer AS miscounted,
      (SELECT count(*) FROM answers WHERE
        score <> (SELECT coalesce(sum(value), 0) FROM answer_votes WHERE answer_id = answers.id)
      )::integer AS "answersMiscounted",
      (SELECT count(*) FROM questions WHERE active_at > ${now} OR created_at > active_at)::integer
        AS "outOfTime"`.execute(db);
  expect(rows).toEqual([
    {
      members: 12,
      questions: 40,
      solved: 24,
      fromArticles: true,
      miscounted: 0,
      answersMiscounted: 0,
      outOfTime: 0,
    },
  ]);
});
