import { isStaff, type Actor } from './actor.ts';

/** What a program can be let do with a token. */
export const SCOPES = ['insights:read'] as const;

export type Scope = (typeof SCOPES)[number];

/** Days that a token may live; 0 for ever. */
export const TOKEN_LIVES = [30, 90, 365, 0] as const;

export const TOKEN_NAME_LENGTH = 60;
export const MOST_TOKENS = 10;

/** Stands in front of every token, so that people and scanners see what it is. */
export const TOKEN_PREFIX = 'helpmark_';

/** Authors, moderators and admins read the insights of all articles. */
export const mayReadInsights = (
  actor: Pick<Actor, 'role' | 'suspendedUntil'> | undefined,
): boolean => actor !== undefined && isStaff(actor) && actor.suspendedUntil === null;

/** What a member needs to have, in order to give it to a program, and while the program uses it. */
export const MAY_BY_SCOPE: Record<Scope, (actor: Actor) => boolean> = {
  'insights:read': mayReadInsights,
};

/** Whether a member has anything to give to a program. */
export const mayMakeTokens = (actor: Actor): boolean =>
  SCOPES.some((scope) => MAY_BY_SCOPE[scope](actor));
