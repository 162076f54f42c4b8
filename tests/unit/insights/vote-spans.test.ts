import { expect, test } from 'vitest';
import { voteSpans } from '#src/features/insights/vote-spans.ts';

const week = (monday: string, n: number, yes: number, seriesId = 1) => ({
  week: monday,
  seriesId,
  n,
  yes,
});

const brief = (weeks: Parameters<typeof voteSpans>[0]) =>
  voteSpans(weeks).map(({ from, to, helpful: { count, n, share } }) => [
    from,
    to,
    `${count}/${n}`,
    share?.value ?? null,
  ]);

test('a week of ten votes stands for itself', () => {
  expect(brief([week('2026-11-02', 10, 5), week('2026-11-09', 20, 15)])).toEqual([
    ['2026-11-02', '2026-11-08', '5/10', 0.5],
    ['2026-11-09', '2026-11-15', '15/20', 0.75],
  ]);
});

test('weeks of fewer are put together with the following, or at the end with those before', () => {
  expect(
    brief([week('2026-11-02', 4, 1), week('2026-11-09', 6, 4), week('2026-11-16', 3, 2)]),
  ).toEqual([['2026-11-02', '2026-11-22', '7/13', 7 / 13]]);
});

test('texts are never put together, and fewer than ten in all have no share', () => {
  expect(brief([week('2026-11-02', 6, 6), week('2026-11-02', 5, 0, 2)])).toEqual([
    ['2026-11-02', '2026-11-08', '6/6', null],
    ['2026-11-02', '2026-11-08', '0/5', null],
  ]);
});
