import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import { findParked } from './parked-drafts.store.ts';
import type { DraftFields } from './save-draft.ts';

/** What was typed in a place before signing in; undefined without a token that is good. */
export async function readParkedDraft(
  db: Kysely<Database>,
  token: string | null | undefined,
  place: string,
  now: Date,
): Promise<DraftFields | undefined> {
  const fields = token ? await findParked(db, hashOfToken(token), place, now) : undefined;
  return fields === undefined ? undefined : (JSON.parse(fields) as DraftFields);
}
