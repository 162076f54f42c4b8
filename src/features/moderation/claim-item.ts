import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayModerate } from './moderation-event.ts';
import { claimOpenItem } from './review-items.store.ts';

/**
 * Keeps an item for the moderator who opens it, for some minutes, so that no other decides.
 * @returns false when another has it, when it is decided, or when they wrote the text
 * @throws NotSignedIn, NotAllowed
 */
export async function claimItem(
  db: Kysely<Database>,
  actor: Actor | undefined,
  itemId: number,
  now: Date,
): Promise<boolean> {
  permit(actor, mayModerate(actor));
  return claimOpenItem(db, itemId, actor.id, now);
}
