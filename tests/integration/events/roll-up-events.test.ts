import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { clicked, sampleEvents, searched, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
/** The day after the one that the samples happen on. */
const later = new Date('2026-11-04T12:00:00Z');
const form = (kind: string, visitor: string, at: number, more = {}) => ({
  at,
  kind,
  visitor,
  details: { form: 'ask' },
  ...more,
});

beforeEach(async () => {
  await sql`TRUNCATE events, rolled_days, site_days, article_days, article_next_days,
    article_escalations, search_days, search_click_days, search_change_days, funnel_days,
    missing_page_days, channel_days`.execute(db);
});

/** Rows of a day table of 2 November, without the day. */
async function rows(table: string, day = '2026-11-02'): Promise<Record<string, unknown>[]> {
  const found = await sql<{ row: Record<string, unknown> }>`
    SELECT to_jsonb(counted) - 'day' AS row FROM ${sql.table(table)} AS counted
    WHERE day = ${day}::date`.execute(db);
  const inOrder = (row: Record<string, unknown>) => JSON.stringify(Object.entries(row).sort());
  return found.rows.map(({ row }) => row).sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
}

/** Those of `site_days` that count visits; beside them stand the sums of the other tables. */
const siteRows = async (day?: string) =>
  (await rows('site_days', day)).filter((row) => row['visits'] !== 0 || row['programs'] !== 0);

const visits = async (day?: string) =>
  (await siteRows(day)).map(({ visits, reading, escalated }) => [visits, reading, escalated]);

describe('a visit', () => {
  test('ends with a gap of more than thirty minutes', async () => {
    await sampleEvents(db, [view('ann', 60, 1, 20), view('ann', 90, 2, 0), view('ann', 121, 3, 0)]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[2, 1, 0]]);
  });

  test('goes on while an article is read, however late that is told', async () => {
    await sampleEvents(db, [searched('ann', 60, 'export'), view('ann', 120, 1, 3599)]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[1, 1, 0]]);
  });

  test('belongs to the day on which it began', async () => {
    await sampleEvents(db, [view('ann', 23 * 60 + 50, 1, 20), view('ann', 24 * 60 + 10, 2, 20)]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[1, 1, 0]]);
    expect(await visits('2026-11-03')).toEqual([]);
    expect(await rows('article_days')).toHaveLength(2);
  });

  test('has a read with ten seconds of one view, or with feedback', async () => {
    const article = await sql<{ id: number }>`
      INSERT INTO articles (locale, category, slug, title, file, first_seen_at)
      VALUES ('en', 'using', 'invite', 'Invite', 'x.md', now()) RETURNING id`.execute(db);
    const id = article.rows[0]!.id;
    await sql`
      WITH series AS (INSERT INTO article_series (article_id, started_at)
        VALUES (${id}, now()) RETURNING id),
      revision AS (INSERT INTO article_revisions (article_id, series_id, hash, first_seen_at)
        SELECT ${id}, id, 'abc', now() FROM series RETURNING id, series_id)
      INSERT INTO article_feedback
        (series_id, revision_id, visitor, locale, answer, created_at, updated_at)
      SELECT series_id, id, 'eve', 'en', 'no', '2026-11-02T01:00:30Z', '2026-11-02T01:00:30Z'
      FROM revision`.execute(db);
    await sampleEvents(db, [
      view('ann', 60, id, 10),
      view('bob', 60, id, 9),
      // Twice six seconds are no read.
      view('cid', 60, id, 6),
      view('cid', 62, id, 6),
      view('eve', 61, id, 3),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('article_days')).toMatchObject([{ views: 4, reads: 2 }]);
    expect(await visits()).toEqual([[4, 2, 0]]);
    await sql`DELETE FROM articles`.execute(db);
  });

  test('of a program is counted apart', async () => {
    await sampleEvents(db, [
      view('ann', 60, 1, 20),
      view('bot', 60, 1, 20, { bucket: 'program' }),
      view('bot', 61, 1, 20, { bucket: 'program' }),
    ]);
    await rollUpEvents(db, later);
    const site = await siteRows();
    expect(site.map(({ visits, programs }) => [visits, programs]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(await rows('article_days')).toMatchObject([{ views: 1, reads: 1 }]);
  });
});

describe('told twice', () => {
  test('a page counts once, with the longest time', async () => {
    const page = { page: 77 };
    await sampleEvents(db, [
      view('ann', 60, 1, 5, page),
      view('ann', 62, 1, 40, page),
      view('ann', 62, 1, 40, page),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('article_days')).toEqual([
      {
        locale: 'en',
        article_id: 1,
        article_revision_id: null,
        views: 1,
        reads: 1,
        escalated: 0,
        dated_reads: 0,
        fresh_reads: 0,
        seconds: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      },
    ]);
  });

  test('a page that another visitor sends again counts for the first only', async () => {
    await sampleEvents(db, [
      view('ann', 60, 1, 40, { page: 77 }),
      view('mallory', 61, 1, 40, { page: 77 }),
    ]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[1, 1, 0]]);
  });
});

describe('an escalation', () => {
  test('within 24 hours of a read counts against its visit and its articles', async () => {
    await sampleEvents(db, [
      view('ann', 60, 1, 30),
      view('ann', 62, 2, 3),
      { ...form('form-posted', 'ann', 60 + 24 * 60), question: 9 },
      view('bob', 60, 1, 30),
      { ...form('form-posted', 'bob', 61 + 24 * 60), question: 10 },
    ]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[2, 2, 1]]);
    expect(await rows('article_days')).toMatchObject([
      { article_id: 1, views: 2, reads: 2, escalated: 1 },
      { article_id: 2, views: 1, reads: 0, escalated: 0 },
    ]);
    expect(await rows('article_escalations')).toMatchObject([
      { article_id: 1, question_id: 9, form: 'ask' },
    ]);
  });

  test('before the read does not', async () => {
    await sampleEvents(db, [form('form-posted', 'ann', 60), view('ann', 90, 1, 30)]);
    await rollUpEvents(db, later);
    expect(await visits()).toEqual([[1, 1, 0]]);
  });
});

describe('a search', () => {
  test('is a miss without a good match, or without a click', async () => {
    await sampleEvents(db, [
      searched('ann', 60, 'export'),
      clicked('ann', 61, 'export', 1, 2),
      searched('bob', 60, 'export'),
      searched('cid', 60, 'export', 'partial'),
      clicked('cid', 61, 'export', 1, 1),
      searched('dan', 60, 'export', 'none'),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('search_days')).toEqual([
      {
        locale: 'en',
        query: 'export',
        visits: 4,
        partial: 1,
        nothing: 1,
        clicked: 2,
        missed: 3,
      },
    ]);
    expect(await siteRows()).toMatchObject([
      { searching: 4, found: 1, rank_1: 1, rank_2: 1, rank_3: 0 },
    ]);
    expect(await rows('search_click_days')).toMatchObject([
      { query: 'export', article_id: 1, visits: 2 },
    ]);
  });

  test('of a visit is judged by the last words', async () => {
    await sampleEvents(db, [
      searched('ann', 60, 'cant log in'),
      searched('ann', 61, 'sign in'),
      clicked('ann', 61.5, 'sign in', 1, 1),
    ]);
    await rollUpEvents(db, later);
    expect(await siteRows()).toMatchObject([{ searching: 1, found: 1 }]);
    expect(await rows('search_change_days')).toEqual([
      { locale: 'en', query: 'cant log in', next_query: 'sign in', visits: 1, next_clicked: 1 },
    ]);
  });

  test('is judged by the best that it found, and a visit by the first result that it opened', async () => {
    await sampleEvents(db, [
      searched('ann', 60, 'export', 'partial'),
      searched('ann', 61, 'export', 'good'),
      clicked('ann', 61.2, 'export', 1, 3),
      clicked('ann', 61.6, 'export', 2, 1),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('search_days')).toMatchObject([{ visits: 1, partial: 0, missed: 0 }]);
    expect(await siteRows()).toMatchObject([{ found: 1, rank_1: 0, rank_3: 1 }]);
  });

  test('after more than two minutes is another, not the same in other words', async () => {
    await sampleEvents(db, [searched('ann', 60, 'cant log in'), searched('ann', 62.1, 'invoice')]);
    await rollUpEvents(db, later);
    expect(await rows('search_change_days')).toEqual([]);
  });

  test('that a flood repeats counts once', async () => {
    await sampleEvents(
      db,
      Array.from({ length: 50 }, (_, index) => searched('mallory', 60 + index / 10, 'spam')),
    );
    await rollUpEvents(db, later);
    expect(await rows('search_days')).toMatchObject([{ visits: 1, missed: 1 }]);
    expect(await siteRows()).toMatchObject([{ visits: 1, searching: 1 }]);
  });
});

describe('many searches of one visitor', () => {
  test('count up to the thirtieth query of the day', async () => {
    await sampleEvents(db, [
      ...Array.from({ length: 50 }, (_, index) => searched('mallory', 60 + index, `junk ${index}`)),
      clicked('mallory', 61, 'junk 1', 1, 1),
      clicked('mallory', 111, 'junk 49', 1, 1),
      searched('ann', 60, 'junk 49'),
    ]);
    await rollUpEvents(db, later);
    const counted = await rows('search_days');
    expect(counted).toHaveLength(31);
    expect(counted).toContainEqual(expect.objectContaining({ query: 'junk 49', visits: 1 }));
    expect(await rows('search_click_days')).toMatchObject([{ query: 'junk 1', visits: 1 }]);
    expect(await rows('search_change_days')).toHaveLength(28);
  });
});

describe('a form', () => {
  test('ends in one of four ways', async () => {
    await sampleEvents(db, [
      form('form-started', 'ann', 60),
      form('suggestion-shown', 'ann', 60),
      form('suggestion-opened', 'ann', 61),
      form('suggestion-solved', 'ann', 62),
      form('form-started', 'bob', 60),
      form('suggestion-shown', 'bob', 60),
      form('suggestion-opened', 'bob', 61),
      form('form-started', 'cid', 60),
      form('suggestion-shown', 'cid', 60),
      form('form-started', 'dan', 60),
      form('form-posted', 'dan', 65),
    ]);
    await rollUpEvents(db, later);
    expect(
      (await rows('funnel_days'))
        .map(({ outcome, visits, shown, opened }) => [outcome, visits, shown, opened])
        .sort(),
    ).toEqual([
      ['confirmed', 1, 1, 1],
      ['implied', 1, 1, 1],
      ['posted', 1, 0, 0],
      ['unknown', 1, 1, 0],
    ]);
  });

  test('is no success when its visitor comes back and sends within 24 hours', async () => {
    await sampleEvents(db, [
      form('form-started', 'ann', 60),
      form('suggestion-solved', 'ann', 62),
      form('form-started', 'ann', 600),
      form('form-posted', 'ann', 605),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('funnel_days')).toMatchObject([{ outcome: 'posted', visits: 2 }]);
  });

  test('stays a success when its visitor sends something later than that', async () => {
    await sampleEvents(db, [
      form('form-started', 'ann', 60),
      form('suggestion-solved', 'ann', 62),
      form('form-posted', 'ann', 63 + 24 * 60),
    ]);
    await rollUpEvents(db, later);
    expect(await rows('funnel_days')).toMatchObject([{ outcome: 'confirmed', visits: 1 }]);
  });
});

test('what readers did next is the step after the last view of an article', async () => {
  await sampleEvents(db, [
    view('ann', 60, 1, 5),
    view('ann', 61, 2, 5),
    view('ann', 62, 1, 5),
    form('form-started', 'ann', 63),
    view('bob', 60, 1, 5),
    view('bob', 62, 1, 5),
    view('cid', 60, 1, 5),
    searched('cid', 61, 'export'),
  ]);
  await rollUpEvents(db, later);
  expect(
    (await rows('article_next_days'))
      .map((row) => [row['article_id'], row['next_step'], row['visits']])
      .sort(),
  ).toEqual([
    [1, 'ask', 1],
    [1, 'left', 1],
    [1, 'search', 1],
    [2, 'article', 1],
  ]);
});

test('of many next articles the twenty most frequent are counted by name', async () => {
  const to = (name: string, next: number) => [view(name, 60, 1, 5), view(name, 62, next, 5)];
  await sampleEvents(db, [
    ...Array.from({ length: 25 }, (_, at) => to(`one-${at}`, 100 + at)).flat(),
    ...to('again', 124),
  ]);
  await rollUpEvents(db, later);
  const from = (await rows('article_next_days')).filter(
    (row) => row['article_id'] === 1 && row['next_step'] === 'article',
  );
  expect(from).toHaveLength(21);
  const visitsTo = new Map(from.map((row) => [row['next_article_id'], row['visits']]));
  expect(visitsTo.get(124)).toBe(2);
  expect(visitsTo.get(null)).toBe(5);
});

test('what the articles and the searches of a day add up to stands beside its visits', async () => {
  await sampleEvents(db, [
    view('ann', 60, 1, 20),
    view('ann', 61, 2, 5),
    view('bob', 60, 1, 20, { locale: 'de' }),
    searched('ann', 59, 'export', 'none'),
    searched('ann', 62, 'import', 'partial'),
    searched('bob', 62, 'export'),
  ]);
  await rollUpEvents(db, later);
  const sums = (await rows('site_days')).filter((row) => row['visits'] === 0);
  const of = (locale: string, name: string) =>
    sums.filter((row) => row['locale'] === locale).reduce((sum, row) => sum + Number(row[name]), 0);
  expect(['views', 'reads'].map((name) => of('en', name))).toEqual([2, 1]);
  expect(['views', 'reads'].map((name) => of('de', name))).toEqual([1, 1]);
  const counted = ['searches', 'missed', 'nothing', 'partial'];
  expect(counted.map((name) => of('en', name))).toEqual([3, 3, 1, 1]);
});

test('missing addresses and chosen channels count visits', async () => {
  const missing = (visitor: string) => ({
    at: 60,
    kind: 'page-missing',
    visitor,
    details: { path: '/old', referrer: 'example.org' },
  });
  const channel = { at: 61, kind: 'contact-clicked', details: { channel: 'Chat' } };
  await sampleEvents(db, [missing('ann'), missing('ann'), missing('bob'), channel]);
  await rollUpEvents(db, later);
  expect(await rows('missing_page_days')).toEqual([
    { path: '/old', referrer: 'example.org', visits: 2 },
  ]);
  expect(await rows('channel_days')).toEqual([{ locale: 'en', channel: 'Chat', visits: 1 }]);
});

describe('counting again', () => {
  test('changes nothing', async () => {
    await sampleEvents(db, [view('ann', 60, 1, 20), searched('ann', 61, 'export')]);
    await rollUpEvents(db, later);
    const before = await Promise.all(
      ['site_days', 'article_days', 'search_days'].map((t) => rows(t)),
    );
    await sql`DELETE FROM rolled_days`.execute(db);
    await rollUpEvents(db, later);
    const after = await Promise.all(
      ['site_days', 'article_days', 'search_days'].map((t) => rows(t)),
    );
    expect(after).toEqual(before);
  });

  test('takes in events that come late, and leaves other days alone', async () => {
    await sampleEvents(db, [view('ann', 60, 1, 20)]);
    expect(await rollUpEvents(db, later)).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
    ]);
    const muchLater = new Date('2026-11-20T12:00:00Z');
    expect(await rollUpEvents(db, muchLater)).toEqual(['2026-11-19', '2026-11-20']);
    await sampleEvents(db, [view('bob', 70, 1, 20)]);
    expect(await rollUpEvents(db, muchLater)).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-19',
      '2026-11-20',
    ]);
    expect(await visits()).toEqual([[2, 2, 0]]);
  });

  test('by two processes at once counts nothing twice', async () => {
    await sampleEvents(db, [view('ann', 60, 1, 20)]);
    await Promise.all([rollUpEvents(db, later), rollUpEvents(db, later)]);
    expect(await visits()).toEqual([[1, 1, 0]]);
  });
});
