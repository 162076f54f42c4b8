import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { updateAvatar } from './members.store.ts';

/** Goes back to the picture that is made of a member's name. */
export async function dropPicture(db: Kysely<Database>, actor: Actor): Promise<void> {
  await updateAvatar(db, actor.id, null);
}
