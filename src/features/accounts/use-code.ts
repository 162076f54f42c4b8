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
 * Uses up a code of the member's.
 * @returns where it was from, their device or paper; undefined when it is not theirs
 * @throws when the secret was sealed with another key than ours
 */
export async function useCode(
  db: Kysely<Database>,
  keys: Keys,
  memberId: number,
  typed: string,
  now: Date,
): Promise<'device' | 'paper' | undefined> {
  const code = tidyCode(typed);
  if (!/^\d{6}$/.test(code)) {
    const isTaken = await takeRecoveryCode(db, memberId, hashOfRecoveryCode(typed));
    return isTaken ? 'paper' : undefined;
  }
  const factor = await findTwoFactor(db, memberId);
  if (!factor) return undefined;
  const secret = unseal(keys, TOTP_SEAL, factor.sealedSecret);
  if (!secret) throw new Error('a secret of two-factor sign-in was sealed with another SECRET_KEY');
  const step = stepOf(secret, code, now);
  return step !== undefined && (await useStep(db, memberId, step)) ? 'device' : undefined;
}
