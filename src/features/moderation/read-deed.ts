import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadLog, type ModerationEvent } from './moderation-event.ts';
import { findEvent } from './moderation-events.store.ts';

/** What has just been done, for who may know it; undefined for others. */
export async function readDeed(
  db: Kysely<Database>,
  actor: Actor | undefined,
  eventId: number | undefined,
): Promise<ModerationEvent | undefined> {
  return mayReadLog(actor) && eventId !== undefined ? findEvent(db, eventId) : undefined;
}
