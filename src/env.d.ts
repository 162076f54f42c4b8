import type { Actor, Role } from '#src/features/accounts/actor.ts';
import type { QuestionPage } from '#src/features/community/question-page.ts';
import type { ShelfList } from '#src/features/community/read-shelf.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; undefined for everybody else, and on pages that are built. */
      actor: Actor | undefined;
      /** A role that they may not act in before they set up two-factor sign-in. */
      withheldRole: Role | undefined;
      /** What a page would else read by itself, where it is rendered for page-shell.ts. */
      question: QuestionPage | undefined;
      list: ShelfList | undefined;
    }
  }
}
