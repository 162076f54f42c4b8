import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { readDraft } from './read-draft.ts';
import { readParkedDraft } from './read-parked-draft.ts';
import type { DraftFields } from './save-draft.ts';

/**
 * What somebody had typed in a place and not posted: before they signed in, or else as a member.
 * @param token of the way back from signing in
 */
export async function readTyped(
  db: Kysely<Database>,
  actor: Actor | undefined,
  place: string,
  token: string | null,
  now: Date,
): Promise<DraftFields> {
  return (await readParkedDraft(db, token, place, now)) ?? readDraft(db, actor, place);
}
