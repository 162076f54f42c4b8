import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { deleteOldNotifications } from './notifications.store.ts';

const DAY = 86_400_000;
const KEPT_READ = 90 * DAY;
const KEPT = 365 * DAY;

/** Forgets notifications that nobody looks for any more. */
export async function cleanNotifications(db: Kysely<Database>, now: Date): Promise<void> {
  await deleteOldNotifications(db, {
    readBefore: new Date(now.getTime() - KEPT_READ),
    toldBefore: new Date(now.getTime() - KEPT),
  });
}
