import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { Env } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';
import { seal } from '#src/server/secret.ts';
import { newWebhookSecret } from '#src/server/webhook.ts';
import { WEBHOOK_SEAL } from './deliver-webhook.ts';
import { permitManaging } from './webhook-endpoint.ts';
import { updateSecret } from './webhook-endpoints.store.ts';

/**
 * Signs messages to an endpoint with another secret from now on, those that wait too.
 * @returns the secret, which is told once
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function rotateSecret(
  db: Kysely<Database>,
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>,
  actor: Actor | undefined,
  id: number,
): Promise<string> {
  permitManaging(actor);
  const secret = newWebhookSecret();
  if (!(await updateSecret(db, id, seal(env, WEBHOOK_SEAL, secret)))) throw new NotFound();
  return secret;
}
