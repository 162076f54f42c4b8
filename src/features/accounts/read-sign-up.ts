import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import { findSignUp } from './sign-ups.store.ts';

/** What the link of a sign-up would do; nothing is changed. */
export async function readSignUp(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<{ email: string; name: string; handle: string } | undefined> {
  const signUp = await findSignUp(db, hashOfToken(token), now);
  return signUp && { email: signUp.email, name: signUp.name, handle: signUp.handle };
}
