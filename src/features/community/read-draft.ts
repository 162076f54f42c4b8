import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findDraft } from './drafts.store.ts';
import type { DraftFields } from './save-draft.ts';

/** What a member had typed in a place and not posted; nothing for visitors. */
export async function readDraft(
  db: Kysely<Database>,
  actor: Actor | undefined,
  place: string,
): Promise<DraftFields> {
  const fields = actor && (await findDraft(db, actor.id, place));
  return fields ? (JSON.parse(fields) as DraftFields) : {};
}
