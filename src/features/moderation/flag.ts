import { isStaff, type Actor } from '#src/features/accounts/actor.ts';
import { isShown, mayTakePart, type Writing } from '#src/features/community/question.ts';
import type { Limit } from '#src/server/rate-limit.ts';
import type { Trust } from './trust.ts';

export const FLAG_REASONS = ['spam', 'unkind', 'off-topic', 'private', 'other'] as const;

export type FlagReason = (typeof FLAG_REASONS)[number];

export const LONGEST_NOTE = 500;

export const FLAGS_PER_DAY: Limit = { name: 'flag-day', uses: 20, seconds: 86_400 };

/** The weight of flags, in hundredths, at which a text is hidden until a moderator looks. */
export const HIDES_AT = 300;

/** What moderators made of a member's flags so far. */
export interface FlagRecord {
  upheld: number;
  declined: number;
}

/** Nobody flags what they wrote themselves. */
export const mayFlag = (actor: Actor | undefined, writing: Writing): actor is Actor =>
  mayTakePart(actor) && isShown(writing) && actor.id !== writing.authorId;

/**
 * What a flag counts for, in hundredths: twice the share of the member's flags that moderators
 * upheld, smoothed as if two had been upheld and two declined before (the mean of a Beta(2, 2)
 * prior, as in Laplace's rule of succession). So a first flag counts 1, a flag of somebody who was
 * right ten times 1.7, of somebody who was wrong ten times 0.3. New members count half, so that
 * accounts made for it hide nothing quickly; staff count as much as it takes. The idea to weigh by
 * the record is Discourse's (reviewable_score.rb), which adds a bonus to a score of its own.
 */
export function flagWeight(trust: Trust, { upheld, declined }: FlagRecord): number {
  if (trust === 'staff') return HIDES_AT;
  const accuracy = (upheld + 2) / (upheld + declined + 4);
  return Math.round(100 * 2 * accuracy * (trust === 'new' ? 0.5 : 1));
}

/** Whether flags of this weight together hide a text; what staff wrote waits for a moderator. */
export const hides = (weight: number, authorRole: Actor['role']): boolean =>
  weight >= HIDES_AT && !isStaff({ role: authorRole });
