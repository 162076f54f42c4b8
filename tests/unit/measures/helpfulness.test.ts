import { describe, expect, test } from 'vitest';
import { helpfulness, wilson } from '#src/features/measures/helpfulness.ts';

const rounded = ({ low, high }: { low: number; high: number }) => [
  Math.round(low * 1000) / 1000,
  Math.round(high * 1000) / 1000,
];

describe('the Wilson interval', () => {
  /*
   * By hand for 18 yes of 24, with z² = 3.8415:
   *   share   18 / 24                                              = 0.75
   *   weight  1 + 3.8415 / 24                                      = 1.16006
   *   centre  (0.75 + 3.8415 / 48) / 1.16006                       = 0.71551
   *   half    1.96 · √(0.75 · 0.25 / 24 + 3.8415 / 2304) / 1.16006
   *           = 1.96 · √(0.0078125 + 0.0016673) / 1.16006          = 0.16450
   *   ends    0.71551 ∓ 0.16450                                    = 0.551, 0.880
   */
  test('of 18 of 24 is 0.551 to 0.880', () => {
    expect(rounded(wilson({ n: 24, yes: 18 }))).toEqual([0.551, 0.88]);
  });

  test.each([
    [1, 1, 0.207, 1],
    [3, 3, 0.439, 1],
    [10, 8, 0.49, 0.943],
    [100, 80, 0.711, 0.867],
    [1000, 800, 0.774, 0.824],
    [10, 0, 0, 0.278],
  ])('with %d votes, of which %d yes', (n, yes, low, high) => {
    expect(rounded(wilson({ n, yes }))).toEqual([low, high]);
  });

  test('knows nothing without votes', () => {
    expect(wilson({ n: 0, yes: 0 })).toEqual({ low: 0, high: 1 });
  });

  test('is the mirror image when yes and no change places', () => {
    const { low, high } = wilson({ n: 37, yes: 11 });
    const mirrored = wilson({ n: 37, yes: 26 });
    expect(mirrored.low).toBeCloseTo(1 - high, 12);
    expect(mirrored.high).toBeCloseTo(1 - low, 12);
  });
});

test('helpfulness is spoken of from ten votes on', () => {
  expect(helpfulness({ n: 9, yes: 9 })).toBeNull();
  expect(helpfulness({ n: 10, yes: 8 })).toMatchObject({ share: 0.8 });
});
