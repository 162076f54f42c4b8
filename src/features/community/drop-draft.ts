import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { deleteDraft } from './drafts.store.ts';

/** Forgets what a member had typed in a place. */
export async function dropDraft(db: Kysely<Database>, actor: Actor, place: string): Promise<void> {
  await deleteDraft(db, actor.id, place);
}
