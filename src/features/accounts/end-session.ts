import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { deleteSession } from './sessions.store.ts';

/** Signs a member out elsewhere. @param id as listed; one that is not theirs stays */
export async function endSession(db: Kysely<Database>, actor: Actor, id: string): Promise<void> {
  await deleteSession(db, actor.id, id);
}
