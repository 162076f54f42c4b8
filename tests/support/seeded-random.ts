import { randomInt } from 'node:crypto';

/** Of this run; the variable SEED gives an earlier one again. */
export const runSeed = Number(process.env['SEED'] ?? randomInt(1_000_000));

/** Numbers from 0 to 1 that come again with the same seed (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
