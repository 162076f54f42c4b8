import { expect, test } from 'vitest';
import { missingVotes } from '#src/features/insights/missing-votes.ts';
import { editVerdict } from '#src/features/measures/edit-verdict.ts';

test('nothing is missing where the verdict is in', () => {
  expect(missingVotes({ n: 40, yes: 10 }, { n: 40, yes: 36 })).toBe(0);
});

test('too few votes on either side tell nothing of how many are missing', () => {
  expect(missingVotes({ n: 9, yes: 4 }, { n: 30, yes: 16 })).toBeNull();
  expect(missingVotes({ n: 30, yes: 16 }, { n: 9, yes: 6 })).toBeNull();
});

test('texts that do equally well would never differ', () => {
  expect(missingVotes({ n: 40, yes: 20 }, { n: 40, yes: 20 })).toBeNull();
});

test('else so many more of the same kind bring the verdict, and one fewer does not', () => {
  const [before, after] = [
    { n: 200, yes: 100 },
    { n: 20, yes: 13 },
  ];
  const missing = missingVotes(before, after)!;
  const withMore = (more: number) =>
    editVerdict(before, { n: 20 + more, yes: (13 / 20) * (20 + more) });
  expect(missing).toBeGreaterThan(10);
  expect(withMore(missing)).toBe('better');
  expect(withMore(missing - 1)).toBe('no evidence yet');
});
