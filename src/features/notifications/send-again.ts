import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { resendMail } from '#src/server/mails.ts';
import { mayManageMails } from './delivery.ts';

/**
 * Queues a mail again, whatever became of it before.
 * @returns false, and nothing is done, while it is being sent
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function sendAgain(
  db: Kysely<Database>,
  actor: Actor | undefined,
  mailId: number,
  now: Date,
): Promise<boolean> {
  permit(actor, mayManageMails(actor));
  return resendMail(db, mailId, now);
}
