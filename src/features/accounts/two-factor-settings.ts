import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { countRecoveryCodes, findTwoFactor } from './two-factors.store.ts';

/** A member's two-factor sign-in as they see it; undefined while it is off. */
export async function twoFactorSettings(
  db: Kysely<Database>,
  actor: Actor,
): Promise<{ since: Date; codesLeft: number } | undefined> {
  const factor = await findTwoFactor(db, actor.id);
  return factor && { since: factor.since, codesLeft: await countRecoveryCodes(db, actor.id) };
}
