import type { Share } from '#src/features/measures/share.ts';

/** A share as the columns of a table. */
export const shareFields = ({ count, n, share }: Share) => ({
  count,
  n,
  share: share?.value ?? null,
  low: share?.low ?? null,
  high: share?.high ?? null,
});
