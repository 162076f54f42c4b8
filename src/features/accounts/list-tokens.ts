import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { findTokens, type KnownToken } from './api-tokens.store.ts';

/** A member's tokens, the newest first. */
export async function listTokens(
  db: Kysely<Database>,
  actor: Actor,
  now: Date,
): Promise<(KnownToken & { isExpired: boolean })[]> {
  const tokens = await findTokens(db, actor.id);
  return tokens.map((one) => ({
    ...one,
    isExpired: one.expiresAt !== null && one.expiresAt <= now,
  }));
}
