import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { emailKey } from './email.ts';
import { SIGN_INS_PER_MEMBER } from './limits.ts';
import type { Account } from './members.store.ts';
import { findAccount } from './members.store.ts';
import { isPassword } from './password.ts';
import { readSession } from './session.ts';

/** Minutes after signing in during which nobody is asked again who they are. */
const FRESH_MINUTES = 10;

export interface Proof {
  /** As typed; empty when the member relies on having just signed in. */
  password: string;
  /** Of the session. */
  token: string;
}

/** Whether somebody signed in just now, by password or by link. */
const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < FRESH_MINUTES * 60_000;

/**
 * Makes sure that it is the member who sits before an open session, before anything grave.
 * @throws InvalidInput when they give another password, or none and signed in long ago; TooMany
 */
export async function proveIdentity(
  db: Kysely<Database>,
  actor: Actor,
  { password, token }: Proof,
  { salts }: Sender,
  now: Date,
): Promise<Account> {
  const account = await findAccount(db, actor.id);
  if (!account) throw new InvalidInput({});
  if (password === '') {
    const session = await readSession(db, token);
    const isProven = session?.actor.id === actor.id && isFresh(session.createdAt, now);
    if (!isProven) throw new InvalidInput({ password: 'proofMissing' });
    return account;
  }
  await useLimits(db, [[SIGN_INS_PER_MEMBER, emailKey(salts, account.email)]]);
  if (await isPassword(account.passwordHash, password)) return account;
  throw new InvalidInput({ password: 'passwordWrong' });
}
