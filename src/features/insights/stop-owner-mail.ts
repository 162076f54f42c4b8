import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { stopOwnerMails } from './owner-mails.store.ts';

/**
 * Stops the weekly mails to an owner. Doing it again changes nothing.
 * @param email as read from what we signed ourselves: whoever has the mail may do it
 */
export async function stopOwnerMail(db: Kysely<Database>, email: string, now: Date): Promise<void> {
  await stopOwnerMails(db, email, now);
}
