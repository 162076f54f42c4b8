import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { newToken } from '#src/server/token.ts';
import { draftFields, isDraftPlace } from './draft-place.ts';
import { PARKED_PER_NETWORK } from './limits.ts';
import { insertParked } from './parked-drafts.store.ts';

/** As long as the mail that opens a new account is good. */
const KEPT_FOR = 72 * 3_600_000;
/** Longer texts could not be posted anyway. */
const LONGEST = 60_000;

/**
 * Keeps what somebody has typed who has to sign in first. It belongs to whoever has the token,
 * which the way back carries; nothing is left in the browser.
 * @param network stands for the sender's address, as in `Visitor`
 * @returns the token
 * @throws InvalidInput, TooMany
 */
export async function parkDraft(
  db: Kysely<Database>,
  place: string,
  typed: Record<string, string | undefined>,
  network: string,
  now: Date,
): Promise<string> {
  const fields = JSON.stringify(draftFields(typed));
  if (!isDraftPlace(place) || fields.length > LONGEST) throw new InvalidInput({});
  await useLimits(db, [[PARKED_PER_NETWORK, network]]);
  const { token, hash } = newToken();
  const until = new Date(now.getTime() + KEPT_FOR);
  await insertParked(db, hash, { place, fields }, { now, until });
  return token;
}
