import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';

/**
 * Counts one use of each limit by a member, the short one first: whoever presses a button twice
 * in a hurry loses nothing of the day's share.
 * @throws TooMany
 */
export async function usePace(db: Kysely<Database>, actor: Actor, limits: Limit[]): Promise<void> {
  for (const limit of limits) await useLimits(db, [[limit, String(actor.id)]]);
}
