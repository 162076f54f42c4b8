import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { clickRank } from '#src/features/measures/click-rank.store.ts';
import { formFunnel } from '#src/features/measures/form-funnel.store.ts';
import { before, daysOf } from '#src/features/measures/scope.ts';
import { searchMisses } from '#src/features/measures/search-misses.store.ts';
import { searchSuccess } from '#src/features/measures/search-success.store.ts';
import { selfServiceRate } from '#src/features/measures/self-service-rate.store.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const scope = { from: '2026-11-01', to: '2026-11-02' };

beforeEach(() => sql`TRUNCATE site_days, search_days, funnel_days`.execute(db));

/** A share of which the interval is worked out by hand, to a tenth of a per cent. */
const share = (count: number, n: number, low: number, high: number) => ({
  count,
  n,
  share: {
    value: expect.closeTo(count / n, 6),
    low: expect.closeTo(low, 3),
    high: expect.closeTo(high, 3),
  },
});

describe('visits', () => {
  beforeEach(() =>
    db
      .insertInto('site_days')
      .values([
        day('2026-10-31', 'en', { visits: 500, reading: 400, escalated: 400 }),
        day('2026-11-01', 'en', {
          visits: 90,
          reading: 60,
          escalated: 6,
          searching: 30,
          found: 20,
        }),
        day('2026-11-02', 'de', { visits: 30, reading: 20, escalated: 2, searching: 10, found: 4 }),
        day('2026-11-02', 'en', {
          visits: 40,
          reading: 20,
          escalated: 2,
          searching: 10,
          found: 6,
          rank_1: 12,
          rank_2: 4,
          rank_3: 2,
          rank_4_to_10: 1,
          rank_later: 1,
        }),
      ])
      .execute(),
  );

  function day(day: string, locale: string, more: Record<string, number>) {
    const none = { visits: 0, reading: 0, escalated: 0, searching: 0, found: 0 };
    const ranks = { rank_1: 0, rank_2: 0, rank_3: 0, rank_4_to_10: 0, rank_later: 0, programs: 0 };
    return { day, locale, ...none, ...ranks, ...more };
  }

  test('self-service rate: reading visits that no escalation followed', async () => {
    // 100 reading visits, 10 escalated: 90 of 100, Wilson 82.6 to 94.5 %.
    expect(await selfServiceRate(db, scope)).toEqual(share(90, 100, 0.826, 0.945));
  });

  test('search success: visits whose last search found something', async () => {
    // 30 of 50: 46.2 to 72.4 %.
    expect(await searchSuccess(db, scope)).toEqual(share(30, 50, 0.462, 0.724));
  });

  test('click rank: the first result that was opened', async () => {
    expect(await clickRank(db, scope)).toEqual({
      ranks: [12, 4, 2, 1, 1],
      first: share(12, 20, 0.387, 0.781),
      firstThree: share(18, 20, 0.699, 0.972),
    });
  });

  test('can be limited to a language, and have no share below ten', async () => {
    expect(await selfServiceRate(db, { ...scope, locale: 'de' })).toMatchObject({
      count: 18,
      n: 20,
    });
    expect(await selfServiceRate(db, { from: '2026-11-05', to: '2026-11-06' })).toEqual({
      count: 0,
      n: 0,
      share: null,
    });
    expect(await searchSuccess(db, { ...scope, locale: 'ja' })).toEqual({
      count: 0,
      n: 0,
      share: null,
    });
  });
});

test('below ten there are counts, from ten on a share', () => {
  expect(shareOf(4, 9)).toEqual({ count: 4, n: 9, share: null });
  // Wilson: 16.8 to 68.7 %.
  expect(shareOf(4, 10)).toEqual(share(4, 10, 0.168, 0.687));
});

test('search misses: by why', async () => {
  const none = { visits: 0, reading: 0, escalated: 0, searching: 0, found: 0 };
  const ranks = { rank_1: 0, rank_2: 0, rank_3: 0, rank_4_to_10: 0, rank_later: 0 };
  await db
    .insertInto('site_days')
    .values([
      // Ten good ones opened and six not; three partial ones (one opened) and nothing for one.
      { day: '2026-11-01', locale: 'en', ...none, ...ranks, searches: 16, missed: 6 },
      {
        day: '2026-11-02',
        locale: 'de',
        ...none,
        ...ranks,
        searches: 4,
        missed: 4,
        partial: 3,
        nothing: 1,
      },
    ])
    .execute();
  expect(await searchMisses(db, scope)).toEqual({
    missed: share(10, 20, 0.299, 0.701),
    nothing: share(1, 20, 0.009, 0.236),
    partial: share(3, 20, 0.052, 0.36),
    unclicked: share(6, 20, 0.145, 0.519),
  });
});

test('the funnel of a form: the four ends of deflection, never added up', async () => {
  const end = (form: string, outcome: string, visits: number, shown = 0, opened = 0) => ({
    day: '2026-11-01',
    locale: 'en',
    form,
    outcome,
    visits,
    shown,
    opened,
  });
  await db
    .insertInto('funnel_days')
    .values([
      end('contact', 'confirmed', 60, 60, 60),
      end('contact', 'implied', 90, 90, 90),
      end('contact', 'unknown', 120, 80, 0),
      end('contact', 'posted', 730, 500, 100),
      end('ask', 'posted', 5, 5, 1),
    ])
    .execute();
  // The worked month of the manual.
  expect(await formFunnel(db, 'contact', scope)).toEqual({
    opened: 1000,
    suggested: share(730, 1000, 0.702, 0.757),
    suggestionOpened: share(250, 1000, 0.224, 0.278),
    confirmed: share(60, 1000, 0.047, 0.076),
    implied: share(90, 1000, 0.074, 0.109),
    unknown: share(120, 1000, 0.101, 0.142),
    posted: share(730, 1000, 0.702, 0.757),
  });
  expect(await formFunnel(db, 'ask', scope)).toMatchObject({
    opened: 5,
    posted: { count: 5, n: 5, share: null },
  });
});

test('a period is whole weeks up to today, and has one of the same length before it', () => {
  const month = daysOf('month', new Date('2026-11-22T23:59:00Z'));
  expect(month).toEqual({ from: '2026-10-26', to: '2026-11-22' });
  expect(before({ ...month, locale: 'de' })).toEqual({
    from: '2026-09-28',
    to: '2026-10-25',
    locale: 'de',
  });
});
