import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { FORMER_NAME, formerHandle } from './member.ts';
import { emptyMember } from './members.store.ts';
import type { OwnRecords } from './own-records.ts';
import { deleteOwnRecords } from './own-records.store.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';

/**
 * Takes everything personal out of a member's account, for good. What they wrote keeps an author
 * that says nothing of them.
 * @param records of all rooms; what has no reason to stay goes
 * @param leave does what else has to be done, in the same transaction
 * @throws InvalidInput when it is not the member who asks, TooMany
 */
export async function deleteAccount(
  db: Kysely<Database>,
  actor: Actor,
  proof: Proof,
  sender: Sender,
  now: Date,
  records: OwnRecords[],
  leave: (trx: Transaction<Database>, memberId: number) => Promise<void>,
): Promise<void> {
  const account = await proveIdentity(db, actor, proof, sender, now);
  await db.transaction().execute(async (trx) => {
    const { id } = account;
    await leave(trx, id);
    await emptyMember(trx, id, { handle: formerHandle(id), name: FORMER_NAME }, now);
    for (const one of records) {
      if (one.staysFor === undefined) await deleteOwnRecords(trx, one, account);
    }
  });
}
