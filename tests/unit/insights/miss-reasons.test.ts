import { expect, test } from 'vitest';
import { missReasons } from '#src/features/insights/miss-reasons.ts';

test('all ways of saying it count, so that the reasons add up to the misses', () => {
  expect(
    missReasons([
      { missed: 5, nothing: 2, partial: 2 },
      { missed: 4, nothing: 0, partial: 1 },
    ]),
  ).toEqual({ nothing: 2, partial: 3, unopened: 4 });
});
