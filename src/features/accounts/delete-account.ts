import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { deleteLinks } from './mailed-links.store.ts';
import { FORMER_NAME, formerHandle } from './member.ts';
import { emptyMember } from './members.store.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';
import { closeSessions } from './session.ts';

/**
 * Takes everything personal out of a member's account, for good. What they wrote keeps an author
 * that says nothing of them.
 * @throws InvalidInput when it is not the member who asks, TooMany
 */
export async function deleteAccount(
  db: Kysely<Database>,
  actor: Actor,
  proof: Proof,
  sender: Sender,
  now: Date,
): Promise<void> {
  const { id } = await proveIdentity(db, actor, proof, sender, now);
  await db.transaction().execute(async (trx) => {
    await emptyMember(trx, id, { handle: formerHandle(id), name: FORMER_NAME }, now);
    await deleteLinks(trx, id);
    await closeSessions(trx, id);
  });
}
