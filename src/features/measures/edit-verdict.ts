import { wilson, type Interval, type Votes } from './helpfulness.ts';

/**
 * Edit verdict: whether the present series of an article does better than the series before it.
 *
 *     difference = helpfulness after − helpfulness before
 *
 * with Newcombe's 95 % interval, which joins the Wilson intervals of the two. All of it above zero
 * is better, all of it below zero is worse, and anything else is no evidence yet. The two series
 * are chosen by `listRecords` in insights/article-records.store.ts; the definition for readers is the
 * article concepts/series.
 */
export type Verdict = 'better' | 'worse' | 'no evidence yet';

export interface Difference extends Interval {
  points: number;
}

/**
 * The difference of two shares (after minus before) with its 95 % interval by Newcombe's method,
 * the tenth in his comparison of 1998.
 */
export function newcombe(before: Votes, after: Votes): Difference {
  if (before.n === 0 || after.n === 0) return { points: 0, low: -1, high: 1 };
  const [was, is] = [before.yes / before.n, after.yes / after.n];
  const [range, newRange] = [wilson(before), wilson(after)];
  const points = is - was;
  return {
    points,
    low: points - Math.hypot(is - newRange.low, range.high - was),
    high: points + Math.hypot(newRange.high - is, was - range.low),
  };
}

export function editVerdict(before: Votes, after: Votes): Verdict {
  const { low, high } = newcombe(before, after);
  if (low > 0) return 'better';
  if (high < 0) return 'worse';
  return 'no evidence yet';
}
