import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { InsightTable } from '#src/features/insights/insight-table.ts';
import { INSIGHT_TABLES } from '#src/features/insights/insight-tables.ts';
import { readCommunityHealth } from '#src/features/insights/read-community-health.ts';
import { readSatisfaction } from '#src/features/insights/read-satisfaction.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-10T00:00:00Z');
const scope = { period: 'month', from: '2026-10-14', to: '2026-11-10' } as const;

beforeAll(async () => {
  await sql`
    INSERT INTO members (id, handle, name, email, locale, created_at, deleted_at)
    OVERRIDING SYSTEM VALUE
    VALUES (1, 'asker', 'Asker', 'a@example.com', 'en', ${now}, NULL),
      (2, 'helper', 'Helper', 'h@example.com', 'en', ${now}, NULL),
      (3, 'gone', '', NULL, 'en', ${now}, ${now})`.execute(db);
  await sql`
    INSERT INTO questions (id, author_id, body, html, created_at, locale, category, title, tags,
      active_at, answer_count, same_count, hidden_at, hidden_for)
    OVERRIDING SYSTEM VALUE
    VALUES
      (1, 1, 'x', 'x', '2026-11-02T08:00Z', 'en', 'using', 'First', '{}', ${now}, 2, 0, NULL, NULL),
      (2, 1, 'x', 'x', '2026-11-03T08:00Z', 'de', 'using', 'Second', '{}', ${now}, 0, 2, NULL, NULL),
      (3, 1, 'x', 'x', '2026-11-09T08:00Z', 'en', 'other', 'Third', '{}', ${now}, 1, 0, NULL, NULL),
      (4, 1, 'x', 'x', '2026-01-01T08:00Z', 'en', 'using', 'Old', '{}', ${now}, 0, 0, NULL, NULL),
      (5, 1, 'x', 'x', '2026-11-09T08:00Z', 'en', 'using', 'Hidden', '{}', ${now}, 0, 0, ${now},
        'moderator')`.execute(db);
  await sql`
    INSERT INTO answers (id, question_id, author_id, body, html, created_at)
    OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 2, 'x', 'x', '2026-11-02T09:00Z'), (2, 1, 1, 'x', 'x', '2026-11-02T10:00Z'),
      (3, 3, 3, 'x', 'x', '2026-11-09T09:00Z')`.execute(db);
  await sql`
    UPDATE questions SET accepted_answer_id = 1, accepted_at = '2026-11-02T12:00Z',
      accepted_by_id = 1 WHERE id = 1`.execute(db);
  await sql`
    INSERT INTO contact_requests (id, reference, name, email, subject, message, locale, created_at)
    OVERRIDING SYSTEM VALUE
    VALUES (7, 'R-7', 'Ann', 'ann@example.com', 'Secret', 'x', 'en', '2026-11-01')`.execute(db);
  await sql`
    INSERT INTO survey_answers (kind, moment, occasion, question_id, request_id, locale, score,
      created_at, updated_at)
    VALUES ('csat', 'accepted', 'question-1', 1, NULL, 'en', 2, '2026-11-02', ${now}),
      ('csat', 'accepted', 'question-5', 5, NULL, 'en', 1, '2026-11-03', ${now}),
      ('csat', 'contact-closed', 'request-7', NULL, 7, 'en', 3, '2026-11-04', ${now}),
      ('ces', 'contact-closed', 'request-7', NULL, 7, 'en', 3, '2026-11-04', ${now}),
      ('ces', 'solved', 'solved-a', 1, NULL, 'de', 7, '2026-11-05', ${now}),
      ('csat', 'accepted', 'question-4', 4, NULL, 'en', 5, '2026-10-01', ${now})`.execute(db);
});

test('other ways to reach people come with their visits, the most frequent first', async () => {
  await sql`
    INSERT INTO channel_days (day, locale, channel, visits)
    VALUES ('2026-11-01', 'en', 'Chat', 2), ('2026-11-02', 'de', 'Chat', 3),
      ('2026-11-02', 'en', 'Call us', 4), ('2026-01-01', 'en', 'Chat', 9)`.execute(db);
  const { channels } = await readCommunityHealth(db, scope, now);
  expect(channels).toEqual([
    { channel: 'Chat', visits: 5 },
    { channel: 'Call us', visits: 4 },
  ]);
  expect(await INSIGHT_TABLES['channel-clicks'].read(db, { ...scope, locale: 'de' }, now)).toEqual([
    { channel: 'Chat', visits: 3 },
  ]);
});

describe('how the community does', () => {
  test('is told by week, by category and by people, with what waits for an answer', async () => {
    const health = await readCommunityHealth(db, scope, now);
    expect(health).toMatchObject({
      answered: { now: { count: 2, n: 3 }, before: { n: 0 } },
      resolved: { now: { count: 1, n: 2 } },
      // Mondays; what the asker answered is no answer.
      weeks: [
        { week: '2026-11-02', questions: 2, answers: 1 },
        { week: '2026-11-09', questions: 1, answers: 1 },
      ],
      unanswered: {
        count: 2,
        rows: [
          { id: 4, people: 1 },
          { id: 2, people: 3 },
        ],
      },
      categories: [
        { category: 'using', answered: { count: 1, n: 2 }, resolved: { count: 1, n: 1 } },
        { category: 'other', answered: { count: 1, n: 1 }, resolved: { count: 0, n: 1 } },
      ],
    });
    // Who has left is in no list.
    expect(health.answerers).toEqual([
      { handle: 'helper', name: 'Helper', avatar: null, answers: 1, accepted: 1 },
    ]);
    // Of three, two are answered after an hour.
    expect(health.firstAnswer.curve.at(1)).toEqual({
      seconds: 3600,
      share: expect.closeTo(1 / 3, 9),
    });
  });

  test('is told of one language', async () => {
    const health = await readCommunityHealth(db, { ...scope, locale: 'de' }, now);
    expect(health.answered.now).toMatchObject({ count: 0, n: 1 });
    expect(health.unanswered.rows.map(({ id }) => id)).toEqual([2]);
    expect(health.answerers).toEqual([]);
  });
});

test('low answers stand with what they were given for, unless that cannot be read', async () => {
  const { surveys, low } = await readSatisfaction(db, scope);
  expect(low).toMatchObject([
    { kind: 'ces', score: 3, moment: 'contact-closed', question: null, reference: 'R-7' },
    { kind: 'csat', score: 1, moment: 'accepted', question: null, reference: null },
    { kind: 'csat', score: 2, question: { id: 1, title: 'First' } },
  ]);
  expect(surveys).toMatchObject([
    { kind: 'csat', all: { row: [1, 1, 1, 0, 0] }, before: { row: [0, 0, 0, 0, 1] } },
    { kind: 'ces', moments: [{ moment: 'contact-closed' }, { moment: 'solved', answered: null }] },
  ]);
  expect(JSON.stringify({ surveys, low })).not.toContain('Secret');
});

test.each(Object.entries(INSIGHT_TABLES as Record<string, InsightTable>))(
  'the table %s has the rows that it says',
  async (_, table) => {
    if (table.ofArticle) return;
    const rows = await table.read(db, scope, now);
    expect(z.array(z.strictObject(table.row.shape)).parse(rows)).toEqual(rows);
  },
);
