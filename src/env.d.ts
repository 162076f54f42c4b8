import type { Actor, Role } from '#src/features/accounts/actor.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; undefined for everybody else, and on pages that are built. */
      actor: Actor | undefined;
      /** A role that they may not act in before they set up two-factor sign-in. */
      withheldRole: Role | undefined;
    }
  }
}
