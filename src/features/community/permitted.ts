import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed, NotSignedIn } from '#src/server/errors.ts';

/**
 * Stops whoever may not do something.
 * @throws NotSignedIn when nobody is signed in, NotAllowed otherwise
 */
export function permit(actor: Actor | undefined, isAllowed: boolean): asserts actor is Actor {
  if (!actor) throw new NotSignedIn();
  if (!isAllowed) throw new NotAllowed();
}
