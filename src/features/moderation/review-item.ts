import type { Actor } from '#src/features/accounts/actor.ts';
import { mayModerate } from './moderation-event.ts';
import type { Acceptance, Written } from './writing-state.ts';

/** Minutes for which an item is kept for the moderator who opened it. */
export const CLAIM_MINUTES = 10;

/** Why a text is in the queue: it waits, was flagged, or is a new member's first. */
export type ItemKind = 'held' | 'flags' | 'first-post';

/** A text that waits for a moderator, or was decided on. */
export interface ReviewItem {
  id: number;
  noun: Written;
  writingId: number;
  questionId: number;
  authorId: number;
  kind: ItemKind;
  /** Why it is held. */
  reasons: string[];
  openedAt: Date;
  /** Whether nobody has read the text yet, so that letting it stand is news. */
  isUnread: boolean;
  /** What hiding it took from its question. */
  acceptance: Acceptance | null;
  claimedById: number | null;
  claimedUntil: Date | null;
  decidedAt: Date | null;
}

/** What a moderator can do with an item. */
export const DECISIONS = ['keep', 'hide', 'remove'] as const;

export type DecisionKind = (typeof DECISIONS)[number];

/** Nobody decides on what they wrote themselves. */
export const mayDecide = (
  actor: Actor | undefined,
  item: Pick<ReviewItem, 'authorId'>,
): actor is Actor => mayModerate(actor) && actor.id !== item.authorId;

/** Whether another moderator works on it just now. */
export const isTaken = (
  item: Pick<ReviewItem, 'claimedById' | 'claimedUntil'>,
  actorId: number,
  now: Date,
): boolean =>
  item.claimedById !== null &&
  item.claimedById !== actorId &&
  item.claimedUntil !== null &&
  item.claimedUntil > now;
