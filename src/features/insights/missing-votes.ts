import { editVerdict } from '#src/features/measures/edit-verdict.ts';
import { LEAST_VOTES, type Votes } from '#src/features/measures/helpfulness.ts';

/** More votes than these are not worth waiting for: the difference is too small to matter. */
const MOST = 10_000;

/**
 * How many more votes an edit needs, roughly, until its verdict is in: as many as would do if readers
 * went on voting as they have so far.
 * @returns 0 when the verdict is in; null when no number can be told, since there are too few votes
 * yet or the two texts do about equally well
 */
export function missingVotes(before: Votes, after: Votes): number | null {
  if (editVerdict(before, after) !== 'no evidence yet') return 0;
  if (before.n < LEAST_VOTES || after.n < LEAST_VOTES) return null;
  const isEnough = (n: number) =>
    editVerdict(before, { n, yes: (after.yes / after.n) * n }) !== 'no evidence yet';
  if (!isEnough(after.n + MOST)) return null;
  let [few, enough] = [after.n, after.n + MOST];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else few = middle;
  }
  return enough - after.n;
}
