import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import type { WebhookProblem } from '#src/server/webhook.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** Another system that wants to be told. */
export interface Endpoint {
  id: number;
  url: string;
  /** What its admins call it. */
  description: string;
  events: WebhookEvent[];
  isOn: boolean;
  /** Why it was switched off by itself; null where it is on, or an admin switched it off. */
  offFor: 'failing' | 'gone' | null;
  /** Since when nothing has arrived; null while things do. */
  failingSince: Date | null;
}

/** Why a delivery failed; `secret` when ours cannot be unsealed, after the instance's key changed. */
export type DeliveryProblem = WebhookProblem | 'secret';

/** A message to an endpoint, and how far it has come. */
export interface Delivery {
  id: number;
  event: string;
  createdAt: Date;
  attempts: number;
  triedAt: Date | null;
  deliveredAt: Date | null;
  problem: DeliveryProblem | null;
  status: number | null;
}

export const MOST_ENDPOINTS = 10;
export const URL_LENGTH = 500;
export const DESCRIPTION_LENGTH = 100;
/** Deliveries of an endpoint that are kept, besides those that are still tried. */
export const KEPT_DELIVERIES = 100;
/** An endpoint that has taken nothing for so many days is switched off. */
export const PATIENT_DAYS = 3;

/** They choose what leaves the house, and where it goes. */
export const mayManageWebhooks = (actor: Actor | undefined): actor is Actor =>
  actor?.role === 'admin' && actor.suspendedUntil === null;

/** @throws NotSignedIn, NotAllowed */
export function permitManaging(actor: Actor | undefined): asserts actor is Actor {
  if (!actor) throw new NotSignedIn();
  if (!mayManageWebhooks(actor)) throw new NotAllowed();
}
