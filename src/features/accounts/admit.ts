import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { newToken } from '#src/server/token.ts';
import { STEP_HOURS, until } from './link-times.ts';
import { insertSecondStep } from './second-steps.store.ts';
import { type Browser, openSession } from './session.ts';
import { findTwoFactor } from './two-factors.store.ts';

/** What somebody gets who has shown who they are in one way. */
export interface Admission {
  /** Of the session; of the second step while that is owed. */
  token: string;
  isComplete: boolean;
}

/**
 * Signs a member in, or asks for the second factor first if they have one: then there is no
 * session before `finishSignIn`.
 */
export async function admit(
  db: Kysely<Database>,
  memberId: number,
  browser: Browser,
  now: Date,
): Promise<Admission> {
  if (!(await findTwoFactor(db, memberId))) {
    return { token: await openSession(db, memberId, browser, now), isComplete: true };
  }
  const { token, hash } = newToken();
  await insertSecondStep(db, hash, memberId, { now, until: until(now, STEP_HOURS) });
  return { token, isComplete: false };
}
