import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Env } from '#src/server/env.ts';
import { unseal } from '#src/server/secret.ts';
import { hashOfRecoveryCode } from './recovery-code.ts';
import { stepOf } from './totp.ts';
import { findTwoFactor, takeRecoveryCode, useStep } from './two-factors.store.ts';

/** What seals the secrets of two-factor sign-in. */
export type Keys = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

export const TOTP_SEAL = 'totp';

/** A code of a device as typed, without gaps. */
export const tidyCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/g, '');

/**
 * Whether a code is the member's, from their device or from paper; a right one is used up.
 * @throws when the secret was sealed with another key than ours
 */
export async function useCode(
  db: Kysely<Database>,
  keys: Keys,
  memberId: number,
  typed: string,
  now: Date,
): Promise<boolean> {
  const code = tidyCode(typed);
  if (!/^\d{6}$/.test(code)) return takeRecoveryCode(db, memberId, hashOfRecoveryCode(typed));
  const factor = await findTwoFactor(db, memberId);
  if (!factor) return false;
  const secret = unseal(keys, TOTP_SEAL, factor.sealedSecret);
  if (!secret) throw new Error('a secret of two-factor sign-in was sealed with another SECRET_KEY');
  const step = stepOf(secret, code, now);
  return step !== undefined && useStep(db, memberId, step);
}
