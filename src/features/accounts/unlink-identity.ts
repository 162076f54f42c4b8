import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotAllowed, StalePage } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import type { Provider } from '#src/server/provider.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { deleteIdentity, lockIdentities } from './identities.store.ts';
import { mayUnlink, type Identity } from './identity.ts';
import { accountMail, type MailSite } from './mails.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';
import { type Browser, reopenSession } from './session.ts';

/**
 * Makes a provider's name for a member mean nobody any more. All other sessions end, since somebody
 * may have come in by it, and the member is mailed.
 * @returns the session's new token
 * @throws InvalidInput when it is not the member who asks, StalePage when it is not linked to them,
 *   NotAllowed when they have no other way in, TooMany
 */
export async function unlinkIdentity(
  db: Kysely<Database>,
  actor: Actor,
  { issuer, subject, provider, ...proof }: Identity & Proof & { provider: Provider | undefined },
  site: MailSite,
  browser: Browser,
  sender: Sender,
  now: Date,
): Promise<string> {
  const { id, email, locale, passwordHash } = await proveIdentity(db, actor, proof, sender, now);
  return db.transaction().execute(async (trx) => {
    const linked = await lockIdentities(trx, id);
    if (!linked.some((one) => one.issuer === issuer && one.subject === subject)) {
      throw new StalePage();
    }
    const own = { issuer, subject };
    if (!mayUnlink(passwordHash !== null, linked, own, provider?.issuer)) throw new NotAllowed();
    await deleteIdentity(trx, own);
    const event = `identity-unlinked:${id}:${now.getTime()}`;
    const mail = accountMail({ kind: 'identityUnlinked', to: email, locale, event }, site);
    await queueMail(trx, mail, now);
    return reopenSession(trx, id, browser, now);
  });
}
