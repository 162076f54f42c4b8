import { describe, expect, test } from 'vitest';
import { editVerdict, newcombe } from '#src/features/measures/edit-verdict.ts';

const rounded = (before: [number, number], after: [number, number]) => {
  const votes = ([yes, n]: [number, number]) => ({ yes, n });
  const { points, low, high } = newcombe(votes(before), votes(after));
  return [points, low, high].map((value) => Math.round(value * 10_000) / 10_000);
};

describe('Newcombe’s interval of the difference', () => {
  /*
   * By hand, before 18 of 40 and after 33 of 44:
   *   before  share 0.45, Wilson 0.30708 to 0.60168
   *   after   share 0.75, Wilson 0.60566 to 0.85430
   *   points  0.75 − 0.45                                         = 0.300
   *   low     0.3 − √((0.75 − 0.60566)² + (0.60168 − 0.45)²)
   *           = 0.3 − √(0.020834 + 0.023007)                      = 0.091
   *   high    0.3 + √((0.85430 − 0.75)² + (0.45 − 0.30708)²)
   *           = 0.3 + √(0.010878 + 0.020426)                      = 0.477
   */
  test('of 18 of 40 and 33 of 44 is +0.091 to +0.477', () => {
    const [points, low, high] = rounded([18, 40], [33, 44]);
    expect(points).toBe(0.3);
    expect(low).toBeCloseTo(0.091, 3);
    expect(high).toBeCloseTo(0.477, 3);
  });

  // The worked examples of Newcombe (1998), table II, method 10; his first sample is our second.
  test.each([
    [[48, 80], [56, 70], 0.2, 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.6, 0.1705, 0.809],
    [[2, 7], [6, 7], 0.5714, 0.0582, 0.8062],
    [[0, 29], [5, 56], 0.0893, -0.0381, 0.1926],
    [[0, 20], [0, 10], 0, -0.1611, 0.2775],
    [[0, 10], [10, 10], 1, 0.6075, 1],
  ] as const)('of %j and %j', (before, after, points, low, high) => {
    expect(rounded([...before], [...after])).toEqual([points, low, high]);
  });

  test('knows nothing where one side has no votes', () => {
    expect(rounded([0, 0], [5, 5])).toEqual([0, -1, 1]);
  });
});

test.each([
  [18, 40, 33, 44, 'better'],
  [26, 40, 33, 44, 'no evidence yet'],
  [48, 60, 30, 52, 'worse'],
  [0, 0, 10, 10, 'no evidence yet'],
] as const)('from %d of %d to %d of %d is %s', (was, before, is, after, verdict) => {
  expect(editVerdict({ yes: was, n: before }, { yes: is, n: after })).toBe(verdict);
});
