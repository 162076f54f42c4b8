import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { pageOf, type Page, type Span } from '#src/features/community/list-cursor.ts';
import type { Notification } from './notification.ts';
import { countUnread, listNotifications } from './notifications.store.ts';

/** Notifications on one page. */
const SHOWN = 30;

/** More are not counted: nobody needs to know how many more. */
export const MOST_COUNTED = 100;

/** A page of what a member was told, the newest first. */
export async function readNotifications(
  db: Kysely<Database>,
  actor: Actor,
  span: Span,
): Promise<Page<Notification>> {
  const found = await listNotifications(db, actor.id, span, SHOWN + 1);
  return pageOf(found, SHOWN, span, ({ id }) => ({ value: 0, id }));
}

/** How many notifications a member has not read, up to `MOST_COUNTED`. */
export const unreadNotifications = (db: Kysely<Database>, actor: Actor): Promise<number> =>
  countUnread(db, actor.id, MOST_COUNTED);
