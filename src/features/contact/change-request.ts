import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayHandleRequests, type RequestState } from './contact-request.ts';
import { moveRequest, type Letterhead } from './move-request.ts';

/**
 * Puts a request into a state by the hand of staff.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function changeRequest(
  db: Kysely<Database>,
  actor: Actor | undefined,
  reference: string,
  state: RequestState,
  letterhead: Letterhead,
  now: Date,
): Promise<void> {
  permit(actor, mayHandleRequests(actor));
  const move = { state, byId: actor.id };
  await db.transaction().execute((trx) => moveRequest(trx, reference, move, letterhead, now));
}
