import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { hashOfToken } from '#src/server/token.ts';
import { CODES_PER_MEMBER, CODES_PER_MEMBER_A_DAY } from './limits.ts';
import { findSecondStep, takeSecondStep } from './second-steps.store.ts';
import { type Browser, openSession } from './session.ts';
import { type Keys, useCode } from './use-code.ts';

/**
 * Does the second step of signing in. After a wrong code another try is possible.
 * @param form.token of the second step, from the browser's cookie
 * @param form.code of the device, or a recovery code
 * @returns the session's token
 * @throws NotFound when the first step was done too long ago, InvalidInput, TooMany
 */
export async function finishSignIn(
  db: Kysely<Database>,
  keys: Keys,
  { token, code }: { token: string; code: string },
  browser: Browser,
  now: Date,
): Promise<string> {
  const hash = hashOfToken(token);
  const memberId = await findSecondStep(db, hash, now);
  if (memberId === undefined) throw new NotFound();
  await useLimits(db, [
    [CODES_PER_MEMBER, String(memberId)],
    [CODES_PER_MEMBER_A_DAY, String(memberId)],
  ]);
  return db.transaction().execute(async (trx) => {
    if (!(await takeSecondStep(trx, hash, now))) throw new NotFound();
    // Thrown in here, so that nothing of this has happened.
    if (!(await useCode(trx, keys, memberId, code, now))) {
      throw new InvalidInput({ code: 'codeWrong' });
    }
    return openSession(trx, memberId, browser, now);
  });
}
