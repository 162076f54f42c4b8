import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { StalePage } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { accountMail, type MailSite } from './mails.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';
import { type Browser, reopenSession } from './session.ts';
import { deleteTwoFactor } from './two-factors.store.ts';

/**
 * Asks a member for no code any more. All other sessions end, and the member is mailed.
 * @returns the session's new token
 * @throws InvalidInput when it is not the member who asks, StalePage when it is off, TooMany
 */
export async function removeTwoFactor(
  db: Kysely<Database>,
  actor: Actor,
  proof: Proof,
  site: MailSite,
  browser: Browser,
  sender: Sender,
  now: Date,
): Promise<string> {
  const { id, email, locale } = await proveIdentity(db, actor, proof, sender, now);
  return db.transaction().execute(async (trx) => {
    if (!(await deleteTwoFactor(trx, id))) throw new StalePage();
    const event = `two-factor-off:${id}:${now.getTime()}`;
    const mail = accountMail({ kind: 'twoFactorOff', to: email, locale, event }, site);
    await queueMail(trx, mail, now);
    return reopenSession(trx, id, browser, now);
  });
}
