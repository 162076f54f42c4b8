import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayReadLog } from './moderation-event.ts';
import { listWaiting, type WaitingItem } from './review-queue.store.ts';

/** The next ones come when these are decided. */
const SHOWN = 50;

/**
 * What waits for a moderator.
 * @throws NotSignedIn, NotAllowed
 */
export async function readReviewQueue(
  db: Kysely<Database>,
  actor: Actor | undefined,
  now: Date,
): Promise<WaitingItem[]> {
  permit(actor, mayReadLog(actor));
  return listWaiting(db, actor.id, now, SHOWN);
}
