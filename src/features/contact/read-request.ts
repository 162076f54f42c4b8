import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { listAttachments } from './attachments.store.ts';
import { mayHandleRequests } from './contact-request.ts';
import {
  findRequest,
  findSenderHandle,
  listArticles,
  listStateChanges,
  type StateChange,
} from './contact-requests.store.ts';
import { listDeliveriesOf, type DeliveryRow } from './deliveries.store.ts';
import type { WholeRequest } from './desk-message.ts';

/** A request as its page shows it to staff. */
export interface RequestPage extends WholeRequest {
  /** Handle of the member who sent it. */
  sender: string | undefined;
  changes: StateChange[];
  deliveries: DeliveryRow[];
}

/**
 * A request with all that belongs to it.
 * @throws NotSignedIn, NotAllowed
 */
export async function readRequest(
  db: Kysely<Database>,
  actor: Actor | undefined,
  reference: string,
): Promise<RequestPage | undefined> {
  permit(actor, mayHandleRequests(actor));
  const request = await findRequest(db, reference);
  if (!request) return undefined;
  const { id } = request;
  const [articles, attachments, changes, deliveries, sender] = await Promise.all([
    listArticles(db, id),
    listAttachments(db, id),
    listStateChanges(db, id),
    listDeliveriesOf(db, id),
    findSenderHandle(db, id),
  ]);
  return { request, articles, attachments, changes, deliveries, sender };
}
