import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { Sanction } from './sanction.ts';
import { findPresentSanction } from './sanctions.store.ts';

/** What keeps a member from writing just now; asks the database only if something does. */
export async function readPresentSanction(
  db: Kysely<Database>,
  actor: Actor | undefined,
  now: Date,
): Promise<Sanction | undefined> {
  if (!actor?.silencedUntil && !actor?.suspendedUntil) return undefined;
  return findPresentSanction(db, actor.id, now);
}
