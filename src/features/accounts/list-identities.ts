import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { issuerName, type Provider } from '#src/server/provider.ts';
import type { Actor } from './actor.ts';
import { findIdentities } from './identities.store.ts';
import type { LinkedIdentity } from './identity.ts';

/** A provider's name for a member, and what people call the provider. */
export interface NamedIdentity extends LinkedIdentity {
  provider: string;
}

/** With which providers' names a member signs in, those of providers of earlier days too. */
export async function listIdentities(
  db: Kysely<Database>,
  actor: Actor,
  provider: Provider | undefined,
): Promise<NamedIdentity[]> {
  const linked = await findIdentities(db, actor.id);
  return linked.map((one) => ({ ...one, provider: issuerName(provider, one.issuer) }));
}
