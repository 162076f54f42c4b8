import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permitManaging } from './webhook-endpoint.ts';
import { deleteEndpoint } from './webhook-endpoints.store.ts';

/** Has another system told of nothing any more, and forgets what it was told. @throws NotSignedIn, NotAllowed */
export async function removeEndpoint(
  db: Kysely<Database>,
  actor: Actor | undefined,
  id: number,
): Promise<void> {
  permitManaging(actor);
  await deleteEndpoint(db, id);
}
