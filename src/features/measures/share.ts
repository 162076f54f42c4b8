import { LEAST_VOTES, wilson, type Interval } from './helpfulness.ts';

/** So many of so many, with the share where there are enough to speak of one. */
export interface Share {
  count: number;
  n: number;
  /** With its 95 % Wilson interval; null below ten. */
  share: (Interval & { value: number }) | null;
}

/** @param count how many of `n` */
export function shareOf(count: number, n: number): Share {
  const share =
    n < LEAST_VOTES ? null : { value: count / n, ...wilson({ n, yes: Math.min(count, n) }) };
  return { count, n, share };
}
