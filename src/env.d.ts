import type { Actor } from '#src/features/accounts/actor.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; undefined for everybody else, and on pages that are built. */
      actor: Actor | undefined;
    }
  }
}
