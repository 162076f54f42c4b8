import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { ownerMailChoice, type Owned } from './owner-mail-choice.ts';
import { resumeOwnerMails, stopOwnerMails } from './owner-mails.store.ts';

/**
 * Stops the weekly mail to an owner, or lets it come again.
 * @throws NotSignedIn, NotAllowed when the member owns nothing of which a mail could tell
 */
export async function saveOwnerMail(
  db: Kysely<Database>,
  actor: Actor | undefined,
  isWanted: boolean,
  owned: Owned,
  now: Date,
): Promise<void> {
  permit(actor, true);
  const choice = await ownerMailChoice(db, actor, owned);
  if (!choice) throw new NotAllowed();
  if (isWanted) await resumeOwnerMails(db, choice.email);
  else if (!choice.isStopped) await stopOwnerMails(db, choice.email, now);
}
