import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { markRead } from './notifications.store.ts';

/**
 * Marks a member's notifications as read, and there is no mail about them.
 * @param questionId only those about this question
 * @throws NotSignedIn
 */
export async function markNotificationsRead(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number | undefined,
  now: Date,
): Promise<void> {
  permit(actor, true);
  await markRead(db, actor.id, questionId === undefined ? 'all' : { questionId }, now);
}
