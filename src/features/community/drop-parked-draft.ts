import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import { deleteParked } from './parked-drafts.store.ts';

/** Forgets what was typed before signing in, since it has been posted. */
export async function dropParkedDraft(db: Kysely<Database>, token: string): Promise<void> {
  await deleteParked(db, hashOfToken(token));
}
