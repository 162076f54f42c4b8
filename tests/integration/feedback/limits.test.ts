import { beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '#src/server/database.ts';
import { isDatabaseAway, TooMany } from '#src/server/errors.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';
import { deleteExpired } from '#src/server/rate-limits.store.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const hourly: Limit = { name: 'hourly', uses: 3, seconds: 3600 };
const brief: Limit = { name: 'brief', uses: 1, seconds: 1 };
let key = '';

const outcomes = async (calls: Promise<void>[]) =>
  (await Promise.allSettled(calls)).map((call) =>
    call.status === 'fulfilled' ? 'in' : call.reason instanceof TooMany ? 'out' : call.reason,
  );

beforeEach(() => {
  key = crypto.randomUUID();
});

describe('a limit', () => {
  test('lets so many through and no more, and says when it opens again', async () => {
    const calls = await outcomes(Array.from({ length: 5 }, () => useLimits(db, [[hourly, key]])));
    expect(calls).toEqual(['in', 'in', 'in', 'out', 'out']);
    const error = await useLimits(db, [[hourly, key]]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TooMany);
    expect((error as TooMany).seconds).toBeGreaterThan(3500);
    expect((error as TooMany).seconds).toBeLessThanOrEqual(3600);
  });

  test('that is taken in portions lets no more through, whoever takes them', async () => {
    const portions: Limit = { name: 'portions', uses: 6, seconds: 3600, atOnce: 2 };
    const other = createDatabase(url);
    try {
      const one = await outcomes(Array.from({ length: 3 }, () => useLimits(db, [[portions, key]])));
      expect(one).toEqual(['in', 'in', 'in']);
      // Four of the six are with the one process, which has used three.
      const two = await outcomes(
        Array.from({ length: 3 }, () => useLimits(other, [[portions, key]])),
      );
      expect(two).toEqual(['in', 'in', 'out']);
      const rest = await outcomes(
        Array.from({ length: 2 }, () => useLimits(db, [[portions, key]])),
      );
      expect(rest).toEqual(['in', 'out']);
    } finally {
      await other.destroy();
    }
  });

  test('is shared by all processes', async () => {
    const other = createDatabase(url);
    try {
      const calls = await outcomes(
        Array.from({ length: 20 }, (_, index) =>
          useLimits(index % 2 ? db : other, [[hourly, key]]),
        ),
      );
      expect(calls.filter((call) => call === 'in')).toHaveLength(3);
      expect(calls.filter((call) => call === 'out')).toHaveLength(17);
    } finally {
      await other.destroy();
    }
  });

  test('opens again when its time is over', async () => {
    await useLimits(db, [[brief, key]]);
    await expect(useLimits(db, [[brief, key]])).rejects.toThrow(TooMany);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await useLimits(db, [[brief, key]]);
  });

  test('counts each key and each limit apart', async () => {
    await useLimits(db, [[brief, key]]);
    await useLimits(db, [[brief, `${key} of somebody else`]]);
    await useLimits(db, [[hourly, key]]);
  });

  test('refuses when only one of several is used up', async () => {
    await useLimits(db, [[brief, key]]);
    await expect(
      useLimits(db, [
        [hourly, key],
        [brief, key],
      ]),
    ).rejects.toThrow(TooMany);
  });

  test('costs the database nothing more once it is used up', async () => {
    await outcomes(Array.from({ length: 6 }, () => useLimits(db, [[hourly, key]])));
    const points = async () => {
      const rows = await db
        .selectFrom('rate_limits')
        .select('points')
        .where('key', '=', `hourly:${key}`)
        .execute();
      return rows[0]?.points;
    };
    const before = await points();
    await outcomes(Array.from({ length: 6 }, () => useLimits(db, [[hourly, key]])));
    expect(await points()).toBe(before);
  });

  test('is no limit but an error when the database is away', async () => {
    const away = createDatabase('postgres://nobody@127.0.0.1:1/none');
    const error = await useLimits(away, [[hourly, key]]).catch((reason: unknown) => reason);
    expect(isDatabaseAway(error)).toBe(true);
    await away.destroy();
  });
});

test('keys whose time is over are swept away', async () => {
  await useLimits(db, [
    [brief, key],
    [hourly, key],
  ]);
  await deleteExpired(db, new Date(Date.now() + 60_000));
  const left = await db
    .selectFrom('rate_limits')
    .select('key')
    .where('key', 'like', `%${key}`)
    .execute();
  expect(left).toEqual([{ key: `hourly:${key}` }]);
});
