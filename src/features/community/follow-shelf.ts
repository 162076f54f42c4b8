import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayFollow, type FollowedShelf } from './follow.ts';
import { setShelfFollow } from './follows.store.ts';
import { FOLLOWS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { usePace } from './use-pace.ts';

/**
 * Makes a member hear of new questions in a category or with a tag, or no longer.
 * @param shelf that it exists is for the caller to know
 * @throws NotSignedIn, NotAllowed, TooMany
 */
export async function followShelf(
  db: Kysely<Database>,
  actor: Actor | undefined,
  shelf: FollowedShelf,
  follows: boolean,
  now: Date,
): Promise<void> {
  permit(actor, !follows || mayFollow(actor));
  await usePace(db, actor, [FOLLOWS_PER_MINUTE]);
  await setShelfFollow(db, shelf, actor.id, follows, now);
}
