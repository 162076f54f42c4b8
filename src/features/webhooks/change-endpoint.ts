import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { checkedEndpoint, type TypedEndpoint } from './checked-endpoint.ts';
import { permitManaging } from './webhook-endpoint.ts';
import { switchEndpoint, updateEndpoint } from './webhook-endpoints.store.ts';

/**
 * Changes what is known of an endpoint, and whether it is on. What happens while it is off, it never
 * hears of.
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function changeEndpoint(
  db: Kysely<Database>,
  actor: Actor | undefined,
  id: number,
  { isOn, ...typed }: TypedEndpoint & { isOn: boolean },
  locale: string,
): Promise<void> {
  permitManaging(actor);
  const fields = checkedEndpoint(typed, locale);
  await inTransaction(db, async (trx) => {
    if (!(await updateEndpoint(trx, id, fields))) throw new NotFound();
    await switchEndpoint(trx, id, isOn);
  });
}
