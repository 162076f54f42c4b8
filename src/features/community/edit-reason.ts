import type { Actor } from '#src/features/accounts/actor.ts';
import { tidyComment } from '#src/features/feedback/feedback.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';

const LONGEST_REASON = 300;

/**
 * Why a text is changed, which authors need not say of their own.
 * @throws InvalidInput when staff gives no reason
 */
export function editReason(
  actor: Actor,
  authorId: number,
  typed: string,
  locale: string,
): string | null {
  const reason = tidyComment(typed)?.slice(0, LONGEST_REASON) ?? null;
  if (reason === null && actor.id !== authorId) {
    throw new InvalidInput({ reason: messagesFor(locale).community.errors.reasonNeeded });
  }
  return reason;
}
