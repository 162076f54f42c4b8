declare namespace App {
  interface Locals {
    /** Who is signed in; undefined for everybody else, and on pages that are built. */
    actor: import('#src/features/accounts/actor.ts').Actor | undefined;
  }
}
