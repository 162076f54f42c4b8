import { newcombe, type Difference, type Verdict } from '#src/features/measures/edit-verdict.ts';
import { LEAST_VOTES } from '#src/features/measures/helpfulness.ts';
import type { Measure } from '#src/features/measures/measure.ts';
import type { Share } from '#src/features/measures/share.ts';
import type { Measured } from './measured.ts';

/** A measure now and before. */
export interface ComparedMeasure {
  now: Measured;
  before: Measured;
  /** Of two shares of ten or more each; null otherwise. */
  difference: Difference | null;
  /** Null where there is no difference to judge, or where neither way is better. */
  verdict: Verdict | null;
}

/** Measures of which less is better. */
const LESS_IS_BETTER = new Set<Measure>(['failed-deflections', 'search-misses']);

const votes = ({ count, n }: Share) => ({ n, yes: count });

function differenceOf(before: Share | undefined, now: Share | undefined): Difference | null {
  if (!before || !now || before.n < LEAST_VOTES || now.n < LEAST_VOTES) return null;
  return newcombe(votes(before), votes(now));
}

/** @param measure of which a difference was found */
function verdictOn(measure: Measure, { low, high }: Difference): Verdict | null {
  // More that is confirmed and less that is posted may both be good or bad: they are told apart.
  if (measure === 'form-funnel') return null;
  if (low <= 0 && high >= 0) return 'no evidence yet';
  return low > 0 === !LESS_IS_BETTER.has(measure) ? 'better' : 'worse';
}

/** Measures of two periods side by side; only what is evidence is called better or worse. */
export function compareMeasures(now: Measured[], before: Measured[]): ComparedMeasure[] {
  return now.map((one) => {
    const old = before.find(({ measure, part }) => measure === one.measure && part === one.part)!;
    const difference = differenceOf(old.share, one.share);
    return {
      now: one,
      before: old,
      difference,
      verdict: difference && verdictOn(one.measure, difference),
    };
  });
}
