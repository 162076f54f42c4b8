import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { listFlags, type ListedFlag } from './flags.store.ts';
import { mayReadLog } from './moderation-event.ts';
import { readMemberRecord, type MemberRecord } from './read-member-record.ts';
import type { ReviewItem } from './review-item.ts';
import { findItem } from './review-items.store.ts';
import { findReviewedText, type ReviewedText } from './review-queue.store.ts';

/** An item of the queue with all that a decision needs. */
export interface Review {
  item: ReviewItem;
  text: ReviewedText;
  flags: ListedFlag[];
  /** Absent for a former member. */
  author: MemberRecord | undefined;
}

/**
 * An item of the queue, open or decided.
 * @throws NotSignedIn, NotAllowed
 */
export async function readReviewItem(
  db: Kysely<Database>,
  actor: Actor | undefined,
  id: number,
  now: Date,
): Promise<Review | undefined> {
  permit(actor, mayReadLog(actor));
  const [item, text, flags] = await Promise.all([
    findItem(db, id),
    findReviewedText(db, id),
    listFlags(db, id),
  ]);
  if (!item || !text) return undefined;
  return {
    item,
    text,
    flags,
    author: await readMemberRecord(db, actor, { id: item.authorId }, now),
  };
}
