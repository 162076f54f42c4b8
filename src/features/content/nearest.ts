import { distance } from 'fastest-levenshtein';

/** The candidate that `word` was most likely meant to be; undefined when none looks like it. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    // The difference in length is the least the distance can be, and costs nothing to know.
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < bestDistance && steps < candidate.length) [best, bestDistance] = [candidate, steps];
  }
  return best;
}
