import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { articleReport } from '#src/features/insights/article-report.ts';
import { gapsReport } from '#src/features/insights/gaps-report.ts';
import { gapsTable } from '#src/features/insights/gaps-table.ts';
import { goodFor, keepReports } from '#src/features/insights/keep-reports.ts';
import { readGaps } from '#src/features/insights/read-gaps.ts';
import { readKeptReport } from '#src/features/insights/read-kept-report.ts';
import { readTopics } from '#src/features/insights/read-topics.ts';
import { searchesReport } from '#src/features/insights/searches-report.ts';
import { searchesTable } from '#src/features/insights/searches-table.ts';
import type { Period } from '#src/features/measures/scope.ts';
import { clicked, sampleEvents, searched, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const scope = { from: '2026-11-01', to: '2026-11-03' };
const now = new Date('2026-11-03T12:00:00Z');
const asked = new Date('2026-11-02T08:00:00Z');
let invite = 0;
let search = 0;

async function addArticle(slug: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO articles (locale, category, slug, title, file, first_seen_at)
    VALUES ('en', 'using', ${slug}, ${slug}, ${slug}, ${asked}) RETURNING id`.execute(db);
  return rows[0]!.id;
}

/** A question with an answer by somebody else, accepted when `html` is given. */
async function addQuestion(title: string, html?: string, same = 0): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO questions (author_id, body, html, created_at, locale, category, title, tags,
      active_at, same_count)
    VALUES (1, 'x', 'x', ${asked}, 'en', 'using', ${title}, '{}', ${asked}, ${same})
    RETURNING id`.execute(db);
  const { id } = rows[0]!;
  if (html !== undefined) {
    await sql`
      WITH answer AS (
        INSERT INTO answers (question_id, author_id, body, html, created_at)
        VALUES (${id}, 2, 'x', ${html}, ${asked}) RETURNING id
      )
      UPDATE questions SET accepted_answer_id = (SELECT id FROM answer), accepted_at = ${asked},
        accepted_by_id = 1 WHERE id = ${id}`.execute(db);
  }
  return id;
}

beforeAll(async () => {
  invite = await addArticle('invite');
  search = await addArticle('search');
  await sql`
    INSERT INTO members (id, handle, name, email, locale, created_at) OVERRIDING SYSTEM VALUE
    VALUES (1, 'asker', 'Asker', 'a@example.com', 'en', ${asked}),
      (2, 'helper', 'Helper', 'h@example.com', 'en', ${asked})`.execute(db);
  await sampleEvents(db, [
    searched('ann', 60, 'cant log in', 'none'),
    searched('ann', 61, 'sign in'),
    clicked('ann', 61.5, 'sign in', invite, 1),
    view('ann', 62, invite, 30),
    view('ann', 63, search, 12),
    searched('bob', 60, 'login broken', 'partial'),
    searched('cid', 60, 'cant log in', 'none'),
    searched('dan', 60, 'export'),
    searched('eve', 58, 'invite people'),
    view('eve', 61, invite, 95),
    { at: 70, kind: 'form-posted', visitor: 'eve', question: 7, details: { form: 'ask' } },
  ]);
  await rollUpEvents(db, now);
});

describe('searches in vain', () => {
  test('stand together by meaning, with what was typed next and where it led', async () => {
    expect(await searchesReport(db, scope)).toEqual([
      {
        locale: 'en',
        missed: 3,
        queries: [
          {
            query: 'cant log in',
            visits: 2,
            missed: 2,
            nothing: 2,
            partial: 0,
            clicked: 0,
            ledTo: [],
            changedTo: [{ nextQuery: 'sign in', visits: 1, nextClicked: 1 }],
          },
          expect.objectContaining({ query: 'login broken', missed: 1, partial: 1 }),
        ],
      },
      expect.objectContaining({ missed: 1 }),
      expect.objectContaining({ missed: 1 }),
    ]);
  });

  test('are kept for each period, and told by language', async () => {
    await keepReports(db, now);
    const kept = await readKeptReport(db, 'searches', 'week');
    expect(kept).toEqual({ madeAt: now, rows: await searchesReport(db, scope) });
    expect((await readKeptReport(db, 'searches', 'week', 'de'))?.rows).toEqual([]);
    expect((await readKeptReport(db, 'searches', 'year', 'en'))?.rows).toHaveLength(3);
  });

  test('stand in their tables with what was decided about them', async () => {
    await sql`
      INSERT INTO insight_states (kind, subject, state, note, at, by_id)
      VALUES ('search', 'en:cant log in', 'planned', 'Soon.', ${now}, 1)`.execute(db);
    const within = { ...scope, period: 'week' as const };
    const topics = (await searchesTable.read(db, within, now)).filter(
      ({ state }) => state === 'planned',
    );
    expect(topics.map(({ query, note }) => [query, note])).toContainEqual(['cant log in', 'Soon.']);
    const gaps = (await gapsTable.read(db, within, now)).filter(({ state }) => state === 'planned');
    expect(gaps.map(({ text, note }) => [text, note])).toContainEqual(['cant log in', 'Soon.']);
    const planned = await readTopics(db, within, 'planned');
    expect(planned.map(({ queries }) => queries[0]!.query)).toEqual(['cant log in']);
    const others = await readTopics(db, within, 'new');
    expect(others.flatMap(({ subjects }) => subjects)).not.toContain('en:cant log in');
    expect((await readGaps(db, within, 'planned')).map(({ title }) => title)).toEqual([
      'cant log in',
    ]);
    expect(await readGaps(db, within, 'fixed')).toEqual([]);
    await sql`DELETE FROM insight_states`.execute(db);
  });

  test('are made anew soon while there are only a few days of them', async () => {
    const later = new Date(now.getTime() + 3_600_000);
    await keepReports(db, later);
    const madeAt = async (period: Period) => (await readKeptReport(db, 'gaps', period))?.madeAt;
    expect(await madeAt('year')).toEqual(later);
    await keepReports(db, new Date(later.getTime() + 60_000));
    expect(await madeAt('year')).toEqual(later);
    expect(await madeAt('week')).not.toEqual(later);
    expect(goodFor('year', 400)).toBe(12 * 3600);
    expect(goodFor('year', 91)).toBe(3 * 3600);
  });
});

test('gaps: misses and questions of one meaning, without what wants another title only', async () => {
  const login = await addQuestion('Login page broken after update', undefined, 4);
  await addQuestion('How do I invite?', '<p><a href="/articles/using/invite">here</a></p>');
  const dark = await addQuestion('Dark mode at night', '<p>Press the moon.</p>');
  const gone = await addQuestion('Where is the map', '<a href="/articles/using/gone">x</a>');
  expect(await gapsReport(db, scope)).toEqual([
    {
      locale: 'en',
      title: 'Login page broken after update',
      people: 8,
      searches: [
        { query: 'cant log in', missed: 2, nothing: 2 },
        { query: 'login broken', missed: 1, nothing: 0 },
      ],
      questions: [
        { id: login, title: 'Login page broken after update', why: 'unanswered', people: 5 },
      ],
    },
    {
      locale: 'en',
      title: 'Dark mode at night',
      people: 1,
      searches: [],
      questions: [{ id: dark, title: 'Dark mode at night', why: 'no-article', people: 1 }],
    },
    {
      locale: 'en',
      title: 'Where is the map',
      people: 1,
      searches: [],
      questions: [{ id: gone, title: 'Where is the map', why: 'no-article', people: 1 }],
    },
  ]);
});

test('an article: its readers, what led here, what came after, and for how long it was read', async () => {
  expect(await articleReport(db, invite, scope)).toMatchObject({
    views: 2,
    reads: 2,
    failed: { count: 1, n: 2 },
    weeks: [{ week: '2026-11-02', views: 2, reads: 2, escalated: 1 }],
    queries: [{ query: 'sign in', locale: 'en', visits: 1 }],
    next: [
      { next: 'article', articleId: search, title: 'search', visits: 1 },
      { next: 'left', articleId: null, visits: 1 },
    ],
    escalations: [{ form: 'ask', questionId: 7, title: null }],
    // 30 and 95 seconds: half of the views lie below 45, the end of the first one's class.
    readingTime: { classes: [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0], median: 45 },
  });
  expect(await articleReport(db, invite, { ...scope, locale: 'de' })).toMatchObject({
    views: 0,
    next: [],
    escalations: [],
  });
});
