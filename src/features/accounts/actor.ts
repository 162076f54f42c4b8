/** What a member may do beyond others, in rising order of power. */
export const ROLES = ['member', 'author', 'moderator', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** The signed-in member who does something. */
export interface Actor {
  id: number;
  handle: string;
  name: string;
  role: Role;
  /** Until then they read, vote on articles and nothing else. */
  isVerified: boolean;
  /** While they may not write; null otherwise. The year 9999 is for good. */
  silencedUntil: Date | null;
  /** While they may do nothing but read and leave. */
  suspendedUntil: Date | null;
}

/** Whether a role is at least another. */
const hasRole = ({ role }: Pick<Actor, 'role'>, least: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(least);

/** Moderators and admins: they decide over what others wrote. */
export const isModerator = (actor: Actor | undefined): actor is Actor =>
  actor !== undefined && hasRole(actor, 'moderator');

/** Everybody whose answers are official. */
export const isStaff = (actor: Pick<Actor, 'role'>): boolean => hasRole(actor, 'author');
