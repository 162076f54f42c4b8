import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { emailFault, emailKey, tidyEmail } from '#src/features/accounts/email.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { WAITS_PER_EMAIL, WAITS_PER_NETWORK, WAITS_PER_VISITOR } from './limits.ts';
import { insertWaiting, type WaitingKind } from './waiting-readers.store.ts';

/**
 * An address as a reader typed it, to be told when something has come of what they said.
 * @returns undefined when they left none
 * @throws InvalidInput
 */
export function readAddress(typed: string | undefined, locale: string): string | undefined {
  const email = tidyEmail(typed ?? '');
  if (email === '') return undefined;
  if (emailFault(email)) throw new InvalidInput({ email: messagesFor(locale).waiting.shape });
  return email;
}

/**
 * Keeps a reader's address for one mail, until something has come of what they said or looked for.
 * Whoever works on it sees how many wait, and never who.
 * @param subject names it among its kind, as decisions about it do
 * @throws TooMany
 */
export async function leaveAddress(
  db: Kysely<Database>,
  kind: WaitingKind,
  { subject, email, locale }: { subject: string; email: string; locale: string },
  { visitor, salts }: Sender,
  now: Date,
): Promise<void> {
  await useLimits(db, [
    [WAITS_PER_VISITOR, visitor.code],
    [WAITS_PER_NETWORK, visitor.network],
    [WAITS_PER_EMAIL, emailKey(salts, email)],
  ]);
  await insertWaiting(db, kind, { subject, email, locale }, now);
}
