import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Env } from '#src/server/env.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { seal } from '#src/server/secret.ts';
import { newWebhookSecret } from '#src/server/webhook.ts';
import { checkedEndpoint, type TypedEndpoint } from './checked-endpoint.ts';
import { WEBHOOK_SEAL } from './deliver-webhook.ts';
import { MOST_ENDPOINTS, permitManaging } from './webhook-endpoint.ts';
import { insertEndpoint } from './webhook-endpoints.store.ts';

/**
 * Has another system told of events from now on.
 * @returns its id, and the secret that messages to it are signed with, which is told once
 * @throws NotSignedIn, NotAllowed, InvalidInput
 */
export async function addEndpoint(
  db: Kysely<Database>,
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>,
  actor: Actor | undefined,
  typed: TypedEndpoint,
  locale: string,
  now: Date,
): Promise<{ id: number; secret: string }> {
  permitManaging(actor);
  const fields = checkedEndpoint(typed, locale);
  const secret = newWebhookSecret();
  const sealed = seal(env, WEBHOOK_SEAL, secret);
  const id = await db
    .transaction()
    .execute((trx) => insertEndpoint(trx, fields, sealed, MOST_ENDPOINTS, now));
  if (id === undefined) {
    throw new InvalidInput({ url: messagesFor(locale).webhooks.errors.tooMany });
  }
  return { id, secret };
}
