import type { Actor } from '#src/features/accounts/actor.ts';

/** Addresses of members are for those who run the place. */
export const mayManageMails = (actor: Actor | undefined): actor is Actor =>
  actor?.role === 'admin' && actor.suspendedUntil === null;
