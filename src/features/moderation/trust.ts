import { isStaff, type Role } from '#src/features/accounts/actor.ts';

/** Seconds for which a member is on their first day. */
const FIRST_DAY = 86_400;

/** Seconds after which a text that nobody objected to speaks for its writer. */
export const LET_STAND = 86_400;

/** What is known of a member when they post something. */
export interface Standing {
  role: Role;
  joinedAt: Date;
  /** When a moderator first let something of theirs stand. */
  approvedAt: Date | null;
  /** Whether something of theirs has stood for a day. */
  hasStood: boolean;
}

/** How far a member's texts are trusted: a new member has shown nothing yet. */
export type Trust = 'new' | 'known' | 'staff';

/** Known is who was approved once, or of whom something has stood for a day. */
export function trustOf({ role, approvedAt, hasStood }: Standing): Trust {
  if (isStaff({ role })) return 'staff';
  return approvedAt !== null || hasStood ? 'known' : 'new';
}

/** Seconds that are left of a member's first day; staff have none. */
export function firstDayLeft({ role, joinedAt }: Standing, now: Date): number {
  if (isStaff({ role })) return 0;
  return Math.max(0, FIRST_DAY - Math.floor((now.getTime() - joinedAt.getTime()) / 1000));
}
