import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { TooMany } from '#src/server/errors.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';

/** A limit of members' first day, and the seconds that are left of it; 0 when it is over. */
interface FirstDay {
  limit: Limit;
  secondsLeft: number;
}

/**
 * Counts one use of each limit by a member, the short one first: whoever presses a button twice
 * in a hurry loses nothing of the day's share. A limit of the first day ends with that day.
 * @throws TooMany
 */
export async function usePace(
  db: Kysely<Database>,
  actor: Actor,
  [pause, ...longer]: [Limit, ...Limit[]],
  firstDay?: FirstDay,
): Promise<void> {
  const use = (limit: Limit) => useLimits(db, [[limit, String(actor.id)]]);
  await use(pause);
  if (firstDay && firstDay.secondsLeft > 0) {
    await use(firstDay.limit).catch((error: unknown) => {
      if (!(error instanceof TooMany)) throw error;
      throw new TooMany(Math.min(error.seconds, firstDay.secondsLeft), error.limit);
    });
  }
  for (const limit of longer) await use(limit);
}
