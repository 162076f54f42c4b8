import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import {
  KEPT_DELIVERIES,
  permitManaging,
  type Delivery,
  type Endpoint,
} from './webhook-endpoint.ts';
import { findDeliveries } from './webhook-deliveries.store.ts';
import { findEndpoint, findEndpoints } from './webhook-endpoints.store.ts';

/** All systems that are told of events. @throws NotSignedIn, NotAllowed */
export async function readEndpoints(
  db: Kysely<Database>,
  actor: Actor | undefined,
): Promise<Endpoint[]> {
  permitManaging(actor);
  return findEndpoints(db);
}

/** One of them, with what it was told last. @throws NotSignedIn, NotAllowed, NotFound */
export async function readEndpoint(
  db: Kysely<Database>,
  actor: Actor | undefined,
  id: number,
): Promise<Endpoint & { deliveries: Delivery[] }> {
  permitManaging(actor);
  const endpoint = await findEndpoint(db, id);
  if (!endpoint) throw new NotFound();
  return { ...endpoint, deliveries: await findDeliveries(db, id, KEPT_DELIVERIES) };
}
