import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { isWebhookAddress } from '#src/server/webhook.ts';
import { DESCRIPTION_LENGTH, URL_LENGTH } from './webhook-endpoint.ts';
import type { EndpointFields } from './webhook-endpoints.store.ts';
import { WEBHOOK_EVENTS } from './webhook-event.ts';

/** An endpoint as it was typed. */
export interface TypedEndpoint {
  url: string;
  description: string;
  events: string[];
}

/** @throws InvalidInput with sentences in a locale */
export function checkedEndpoint(typed: TypedEndpoint, locale: string): EndpointFields {
  const { errors } = messagesFor(locale).webhooks;
  const url = typed.url.trim();
  const description = typed.description.trim();
  const events = WEBHOOK_EVENTS.filter((event) => typed.events.includes(event));
  if (url.length > URL_LENGTH || !isWebhookAddress(url))
    throw new InvalidInput({ url: errors.url });
  if (description.length > DESCRIPTION_LENGTH) {
    throw new InvalidInput({ description: errors.description });
  }
  if (events.length === 0) throw new InvalidInput({ events: errors.events });
  return { url, description, events };
}
