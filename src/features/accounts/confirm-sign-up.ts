import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { handleFault, tidyHandle } from './member.ts';
import { findMember, insertMember } from './members.store.ts';
import { type Browser, openSession } from './session.ts';
import { takeSignUp } from './sign-ups.store.ts';

/**
 * Makes a member of whoever opened the link of their sign-up, and signs them in.
 * @param typed.handle in place of the one wished for, which may have been taken since
 * @returns the session's token
 * @throws NotFound when the link is no longer good, InvalidInput
 */
export async function confirmSignUp(
  db: Kysely<Database>,
  { token, handle: typed }: { token: string; handle: string },
  browser: Browser,
  now: Date,
): Promise<string> {
  const id = await db.transaction().execute(async (trx) => {
    const signUp = await takeSignUp(trx, hashOfToken(token), now);
    if (!signUp) throw new NotFound();
    const handle = tidyHandle(typed) || signUp.handle;
    const fault = handleFault(handle);
    if (fault) throw new InvalidInput({ handle: fault });
    const made = await insertMember(trx, { ...signUp, handle }, now);
    if (made) return made;
    if (await findMember(trx, handle)) throw new InvalidInput({ handle: 'handleTaken' });
    throw new NotFound();
  });
  return openSession(db, id, browser, now);
}
