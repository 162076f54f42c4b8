import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { queryText } from '#src/features/events/query-text.ts';
import { leaveAddress, readAddress } from '#src/features/feedback/leave-address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';

/**
 * Keeps the address of somebody who has searched in vain, for one mail when there is an answer.
 * @param typed as the form has it
 * @param locale of the page that was searched on
 * @throws NotFound without a query; InvalidInput, TooMany
 */
export async function waitForAnswer(
  db: Kysely<Database>,
  typed: { query: string; email: string },
  locale: string,
  sender: Sender,
  now: Date,
): Promise<void> {
  const query = queryText(typed.query);
  if (!query) throw new NotFound();
  const email = readAddress(typed.email, locale);
  if (email === undefined) throw new InvalidInput({ email: messagesFor(locale).waiting.shape });
  const subject = `${locale}:${query.normalised}`;
  await leaveAddress(db, 'search', { subject, email, locale }, sender, now);
}
