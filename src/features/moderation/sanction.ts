import { ROLES, type Actor, type Role } from '#src/features/accounts/actor.ts';
import { mayModerate } from './moderation-event.ts';

export const SANCTION_KINDS = ['warning', 'silence', 'suspension'] as const;

export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** Days that a silence or suspension can last; 0 is for good. */
export const SANCTION_DAYS = [1, 3, 7, 30, 0] as const;

export type SanctionDays = (typeof SANCTION_DAYS)[number];

/** What was imposed on a member. */
export interface Sanction {
  id: number;
  memberId: number;
  kind: SanctionKind;
  /** As the member reads it. */
  reason: string;
  createdAt: Date;
  /** Null for a warning. */
  endsAt: Date | null;
  liftedAt: Date | null;
}

/** When what lasts for good ends. */
const FOR_GOOD = new Date('9999-12-31T23:59:59Z');

export const isForGood = (endsAt: Date): boolean => endsAt.getUTCFullYear() === 9999;

/** When a sanction of so many days ends; null for a warning, which does not last. */
export function endOfSanction(kind: SanctionKind, days: SanctionDays, now: Date): Date | null {
  if (kind === 'warning') return null;
  return days === 0 ? FOR_GOOD : new Date(now.getTime() + days * 86_400_000);
}

/** Moderators impose sanctions on those below them, never on themselves or their equals. */
export const maySanction = (
  actor: Actor | undefined,
  member: { id: number; role: Role },
): actor is Actor =>
  mayModerate(actor) &&
  actor.id !== member.id &&
  ROLES.indexOf(member.role) < ROLES.indexOf(actor.role);

/** Whether it can still be lifted: it is neither over nor lifted; a warning is taken back. */
export const isInForce = ({ kind, endsAt, liftedAt }: Sanction, now: Date): boolean =>
  liftedAt === null && (kind === 'warning' || (endsAt !== null && endsAt > now));
