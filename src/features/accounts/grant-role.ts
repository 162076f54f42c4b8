import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import type { Role } from './actor.ts';
import { findAccountByEmail, updateRole } from './members.store.ts';
import { closeSessions } from './session.ts';

/**
 * Gives the member at an address a role; their sessions end, so that none goes on with the old one.
 * The operator asks for it at the terminal, and nobody on the site can.
 * @returns their handle
 * @throws NotFound when nobody has an account there
 */
export async function grantRole(db: Kysely<Database>, email: string, role: Role): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const account = await findAccountByEmail(trx, email);
    if (!account) throw new NotFound();
    await updateRole(trx, account.id, role);
    await closeSessions(trx, account.id);
    return account.handle;
  });
}
