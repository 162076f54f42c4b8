import { expect, test } from 'vitest';
import { gather } from '#src/server/gather.ts';

const place = {};
const pause = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));

test('calls at the same time share a deed, and each gets its own result', async () => {
  const batches: number[][] = [];
  const double = gather(async (_: object, items: number[]) => {
    batches.push(items);
    await pause();
    return items.map((item) => item * 2);
  });
  const results = await Promise.all([1, 2, 3].map((item) => double(place, item)));
  expect(results).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test('calls that come while two deeds are under way wait together', async () => {
  const batches: number[][] = [];
  const deed = gather(async (_: object, items: number[]) => {
    batches.push(items);
    await pause();
    return items;
  });
  const calls = [];
  for (let item = 1; item <= 5; item += 1) {
    calls.push(deed(place, item));
    await pause(0);
  }
  await Promise.all(calls);
  expect(batches.flat()).toEqual([1, 2, 3, 4, 5]);
  expect(batches.length).toBeLessThan(5);
});

test('a batch is never larger than told', async () => {
  const sizes: number[] = [];
  const deed = gather(async (_: object, items: number[]) => {
    sizes.push(items.length);
    await pause();
    return items;
  }, 2);
  await Promise.all([1, 2, 3, 4, 5].map((item) => deed(place, item)));
  expect(Math.max(...sizes)).toBe(2);
});

test('a bad item fails its own caller only', async () => {
  const deed = gather(async (_: object, items: string[]) => {
    if (items.includes('bad')) throw new Error('bad item');
    return items;
  });
  const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map((item) => deed(place, item)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('places have queues of their own', async () => {
  const seen: [object, number[]][] = [];
  const deed = gather(async (where: object, items: number[]) => {
    seen.push([where, items]);
    return items;
  });
  const other = {};
  await Promise.all([deed(place, 1), deed(other, 2)]);
  expect(seen).toEqual([
    [place, [1]],
    [other, [2]],
  ]);
});
