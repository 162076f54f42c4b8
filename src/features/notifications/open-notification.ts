import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { plainQuestionPath } from '#src/features/community/question-address.ts';
import { NotFound } from '#src/server/errors.ts';
import { placeOn } from './notification.ts';
import { findNotification, markRead } from './notifications.store.ts';

/**
 * Marks a notification as read.
 * @returns the path that it leads to, in the default locale
 * @throws NotSignedIn, NotFound when it is another's, or about what is not shown any more
 */
export async function openNotification(
  db: Kysely<Database>,
  actor: Actor | undefined,
  id: number,
  now: Date,
): Promise<string> {
  permit(actor, true);
  const found = await findNotification(db, actor.id, id);
  if (!found) throw new NotFound();
  await markRead(db, actor.id, { id }, now);
  return found.question ? plainQuestionPath(found.question) + placeOn(found) : '/account';
}
