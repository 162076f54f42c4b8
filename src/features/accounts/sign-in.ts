import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { admit, type Admission } from './admit.ts';
import { emailKey, tidyEmail } from './email.ts';
import { SIGN_INS_PER_MEMBER, SIGN_INS_PER_NETWORK } from './limits.ts';
import { findAccountByEmail } from './members.store.ts';
import { isPassword } from './password.ts';
import type { Browser } from './session.ts';

/**
 * Signs in by password. Whether the address or the password is wrong shows neither in the fault
 * nor in the time that it takes.
 * @throws InvalidInput, TooMany
 */
export async function signIn(
  db: Kysely<Database>,
  { email: typed, password }: { email: string; password: string },
  browser: Browser,
  { visitor, salts }: Sender,
  now: Date,
): Promise<Admission> {
  const email = tidyEmail(typed);
  await useLimits(db, [
    [SIGN_INS_PER_NETWORK, visitor.network],
    [SIGN_INS_PER_MEMBER, emailKey(salts, email)],
  ]);
  const account = await findAccountByEmail(db, email);
  const isRight = await isPassword(account?.passwordHash, password);
  if (!account || !isRight) throw new InvalidInput({ password: 'signInFailed' });
  return admit(db, account.id, browser, now);
}
