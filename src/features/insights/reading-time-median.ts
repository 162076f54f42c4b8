import { SECONDS_CLASSES } from '#src/features/events/reading-time.ts';

/**
 * The median of visible seconds, from views counted in classes: inside its class, views are taken
 * as evenly spread. Null without views, and when it falls into the last class, which has no end.
 */
export function readingTimeMedian(classes: number[]): number | null {
  const half = classes.reduce((sum, views) => sum + views, 0) / 2;
  if (half === 0) return null;
  let below = 0;
  for (const [at, views] of classes.entries()) {
    const [from, to] = [SECONDS_CLASSES[at]!, SECONDS_CLASSES[at + 1]];
    if (below + views >= half) {
      return to === undefined ? null : from + ((half - below) / views) * (to - from);
    }
    below += views;
  }
  return null;
}
