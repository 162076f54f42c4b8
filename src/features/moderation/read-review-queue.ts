import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { pageOf, type Page, type Span } from '#src/features/community/list-cursor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayReadLog } from './moderation-event.ts';
import { placeInQueue } from './queue-place.ts';
import { listWaiting, type WaitingItem } from './review-queue.store.ts';

/** Items on one page. */
const SHOWN = 50;

/**
 * A page of what waits for a moderator.
 * @throws NotSignedIn, NotAllowed
 */
export async function readReviewQueue(
  db: Kysely<Database>,
  actor: Actor | undefined,
  span: Span,
  now: Date,
): Promise<Page<WaitingItem>> {
  permit(actor, mayReadLog(actor));
  const found = await listWaiting(db, actor.id, span, now, SHOWN + 1);
  return pageOf(found, SHOWN, span, placeInQueue);
}
