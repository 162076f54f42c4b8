import { expect, test } from 'vitest';
import {
  judge,
  score,
  scoreRefusals,
  unanswerableQueries,
} from '#src/features/search/evaluate-search.ts';

const relevant = { 'a/full': 2, 'a/also': 2, 'a/part': 1 } as const;
const judged = { kind: 'question', relevant };

test('the place is that of the first full answer', () => {
  expect(judge(judged, ['x/no', 'a/part', 'a/also', 'a/full'], 'good').place).toBe(3);
  expect(judge(judged, ['a/part'], 'good').place).toBe(Infinity);
  expect(judge(judged, [], 'good')).toMatchObject({ place: Infinity, gain: 0, isEmpty: true });
});

test('the gain is that of the list against the best there could be', () => {
  // 3 and 3 and 1 at places 1, 2 and 3, discounted by log2 of place + 1.
  const ideal = 3 + 3 / Math.log2(3) + 1 / 2;
  expect(judge(judged, ['a/full', 'a/also', 'a/part'], 'good').gain).toBe(1);
  expect(judge(judged, ['x/no', 'a/full'], 'good').gain).toBeCloseTo(3 / Math.log2(3) / ideal);
  expect(
    judge(judged, [...Array.from({ length: 10 }, (_, at) => `x/${at}`), 'a/full'], 'good').gain,
  ).toBe(0);
});

test('scores are means over the queries, with the interval of resamples', () => {
  const places = [1, 2, 4, 11, Infinity];
  const trials = places.map((place) => ({
    kind: 'k',
    place,
    gain: 0.5,
    isEmpty: place > 100,
    isToldNothing: place > 10,
  }));
  let next = 0;
  const scores = score(trials, () => (next = (next + 0.37) % 1));
  expect(scores.queries).toBe(5);
  expect(scores.success1.value).toBe(0.2);
  expect(scores.success3.value).toBe(0.4);
  expect(scores.success10.value).toBeCloseTo(0.6);
  expect(scores.mrr10.value).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 5);
  expect(scores.zeroResults.value).toBe(0.2);
  expect(scores.ndcg10).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  expect(scores.success3.low).toBeLessThan(0.4);
  expect(scores.success3.high).toBeGreaterThan(0.4);
});

test('unanswerable queries are texts, alone or in what else is known of them', () => {
  expect(unanswerableQueries.parse(['a', { query: 'b', kind: 'near' }])).toEqual(['a', 'b']);
  expect(unanswerableQueries.safeParse([{ text: 'b' }]).success).toBe(false);
});

test('what was told that nothing answers is counted on both sides', () => {
  const trials = [
    judge(judged, ['a/full'], 'good'),
    judge(judged, ['a/full'], 'partial'),
    judge(judged, ['x/no'], 'none'),
    judge(judged, [], 'none'),
  ];
  let next = 0;
  const refusals = scoreRefusals(
    ['none', 'partial', 'good', 'none', 'none'],
    trials,
    () => (next = (next + 0.37) % 1),
  );
  expect(refusals.queries).toBe(5);
  expect(refusals.recognised.value).toBe(0.6);
  expect(refusals.recognised.low).toBeLessThan(0.6);
  expect(refusals.recognised.high).toBeGreaterThan(0.6);
  expect(refusals.falseAlarms.value).toBe(0.5);
});
