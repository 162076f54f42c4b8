import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Author } from '#src/features/content/content.ts';
import { queueMail } from '#src/server/outbox.ts';
import { findOwnerMail, localeOfAddress, noteOwnerMail } from './owner-mails.store.ts';
import { ownerMail, type Sender } from './owner-mail.ts';
import { ownerWeek } from './owner-week.ts';

/**
 * Queues the weekly mails to all owners of articles who have an address and have not stopped them.
 * Who has nothing to hear gets none; done twice, each gets one.
 * @param authors of authors.yml
 * @param usual language of those who have no account
 */
export async function mailOwners(
  db: Kysely<Database>,
  { authors, usual }: { authors: Author[]; usual: string },
  sender: Sender,
  now: Date,
): Promise<void> {
  for (const { handle, name, email } of authors) {
    if (email === undefined) continue;
    const known = await findOwnerMail(db, email);
    if (known?.stoppedAt) continue;
    const week = await ownerWeek(db, handle, now);
    if (!week) continue;
    const locale = (await localeOfAddress(db, email)) ?? usual;
    await db.transaction().execute(async (trx) => {
      await queueMail(trx, ownerMail(week, { handle, name, email, locale }, sender), now);
      await noteOwnerMail(trx, email, now);
    });
  }
}
