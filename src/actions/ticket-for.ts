import { issueTicket, readTicket } from '#src/features/feedback/ticket.ts';
import { systemClock } from '#src/server/clock.ts';
import { senderOf } from './sender-of.ts';

/**
 * The ticket for a second form on a page.
 * @param given the one that came with the form before; it stays while it is good, so that nobody
 *   who mends an error is taken for hasty
 */
export async function ticketFor(
  context: { request: Request; clientAddress: string },
  given: string,
): Promise<string> {
  const now = systemClock();
  try {
    const { salts, visitor } = await senderOf(context, now);
    return readTicket(salts, given) ? given : issueTicket(salts, visitor.code, now);
  } catch {
    // The database is away; the page is shown all the same and keeps what was typed.
    return given;
  }
}
