import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { writeDraft } from './drafts.store.ts';

/** A form's fields by their names. */
export type DraftFields = Record<string, string>;

/** Keeps what a member has typed and could not or did not yet post. */
export async function saveDraft(
  db: Kysely<Database>,
  actor: Actor,
  place: string,
  fields: DraftFields,
  now: Date,
): Promise<void> {
  await writeDraft(db, actor.id, place, JSON.stringify(fields), now);
}
