import { describe, expect, test } from 'vitest';
import { compareMeasures } from '#src/features/insights/compare-measures.ts';
import { rankTasks, type Task } from '#src/features/insights/first-tasks.ts';
import { placeOf } from '#src/features/insights/part-of.ts';
import { newlyJudged } from '#src/features/insights/read-overview.ts';
import { reviewState } from '#src/features/insights/freshness-report.ts';
import { editVerdict } from '#src/features/measures/edit-verdict.ts';
import type { Measure } from '#src/features/measures/measure.ts';
import { shareOf } from '#src/features/measures/share.ts';

const measure = (name: Measure, count: number, n: number) => [
  { measure: name, part: null, share: shareOf(count, n) },
];
const verdict = (name: Measure, before: [number, number], now: [number, number]) =>
  compareMeasures(measure(name, ...now), measure(name, ...before))[0]?.verdict;

describe('a change', () => {
  test('is better or worse only where its interval leaves out zero', () => {
    expect(verdict('search-success', [40, 100], [70, 100])).toBe('better');
    expect(verdict('search-success', [70, 100], [40, 100])).toBe('worse');
    expect(verdict('search-success', [50, 100], [55, 100])).toBe('no evidence yet');
  });

  test('is the other way round where less is better', () => {
    expect(verdict('search-misses', [70, 100], [40, 100])).toBe('better');
    expect(verdict('failed-deflections', [1, 100], [30, 100])).toBe('worse');
  });

  test('is nothing below ten on either side, and never judged at the forms', () => {
    expect(verdict('search-success', [0, 9], [100, 100])).toBeNull();
    expect(verdict('form-funnel', [10, 100], [90, 100])).toBeNull();
  });
});

test('tasks come by the people whom they help, two of a kind and five in all', () => {
  const gap = (title: string, people: number): Task => ({
    kind: 'gap',
    title,
    locale: 'en',
    people,
  });
  const page = (path: string, people: number): Task => ({ kind: 'missing-page', path, people });
  const tasks = rankTasks([
    gap('a', 9),
    gap('b', 30),
    gap('c', 8),
    page('/x', 12),
    page('/y', 2),
    { kind: 'unanswered', questions: 2, people: 10 },
  ]);
  expect(tasks.map((task) => task.people)).toEqual([30, 12, 10, 9]);
});

test('a verdict is new when there was none at the beginning, or another', () => {
  const article = (yes: number, removed = false) => ({
    series: 2,
    seriesBefore: 1,
    removed,
    change: {
      verdict: editVerdict({ n: 50, yes: 10 }, { n: 50, yes }),
      before: { n: 50, yes: 10, helpfulness: null },
      difference: null,
    },
  });
  const counts = (yes: number) =>
    new Map([
      [1, { n: 50, yes: 10 }],
      [2, { n: 50, yes }],
    ]);
  expect(newlyJudged([article(40)], new Map())).toHaveLength(1);
  expect(newlyJudged([article(40)], counts(39))).toEqual([]);
  expect(newlyJudged([article(1)], counts(40))).toHaveLength(1);
  expect(newlyJudged([article(11)], new Map())).toEqual([]);
  expect(newlyJudged([article(40, true)], new Map())).toEqual([]);
});

test('a review is due within 30 days, and overdue once its day has passed', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(reviewState('2026-11-21', now)).toBe('overdue');
  expect(reviewState('2026-11-22', now)).toBe('due');
  expect(reviewState('2026-12-22', now)).toBe('due');
  expect(reviewState('2026-12-23', now)).toBe('later');
  expect(reviewState(null, now)).toBe('undated');
});

test('a part of a list knows where it is, whatever an address asks for', () => {
  expect(placeOf(120, '2', 50)).toEqual({ first: 51, last: 100, total: 120, before: 1, after: 3 });
  for (const asked of [null, '0', '-1', 'x', '9', '1.5']) {
    expect(placeOf(120, asked, 50)).toMatchObject({ first: 1, last: 50, after: 2 });
  }
  expect(placeOf(0, null, 50)).toMatchObject({ first: 0, last: 0, total: 0 });
});
