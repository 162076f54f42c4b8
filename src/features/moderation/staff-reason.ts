import { tidyComment } from '#src/features/feedback/feedback.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';

const LONGEST_REASON = 300;

/**
 * Why staff does something, as the log keeps it.
 * @throws InvalidInput when there has to be a reason and is none
 */
export function staffReason(typed: string, isNeeded: boolean, locale: string): string | null {
  const reason = tidyComment(typed)?.slice(0, LONGEST_REASON).toWellFormed() ?? null;
  if (reason === null && isNeeded) {
    throw new InvalidInput({ reason: messagesFor(locale).moderation.errors.reasonNeeded });
  }
  return reason;
}
