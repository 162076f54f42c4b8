import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { deleteToken } from './api-tokens.store.ts';

/** Makes a token worthless. @param id as listed; one that is not theirs stays */
export async function revokeToken(db: Kysely<Database>, actor: Actor, id: number): Promise<void> {
  await deleteToken(db, actor.id, id);
}
