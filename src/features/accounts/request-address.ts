import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { newToken } from '#src/server/token.ts';
import type { Actor } from './actor.ts';
import { emailFault, emailKey, tidyEmail } from './email.ts';
import { MAILS_PER_NETWORK, MAILS_PER_RECIPIENT } from './limits.ts';
import { LINK_HOURS, until } from './link-times.ts';
import { insertLink } from './mailed-links.store.ts';
import { accountMail, type MailSite } from './mails.ts';
import { findAccountByEmail } from './members.store.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';

/**
 * Mails a link to the address that a member wants from now on, and tells the present one. If the
 * new one has an account already, only its owner learns that.
 * @throws InvalidInput, TooMany
 */
export async function requestAddress(
  db: Kysely<Database>,
  actor: Actor,
  { email: typed, ...proof }: Proof & { email: string },
  site: MailSite,
  sender: Sender,
  now: Date,
): Promise<void> {
  const email = tidyEmail(typed);
  const fault = emailFault(email);
  if (fault) throw new InvalidInput({ email: fault });
  const { id, locale, email: present } = await proveIdentity(db, actor, proof, sender, now);
  await useLimits(db, [
    [MAILS_PER_NETWORK, sender.visitor.network],
    [MAILS_PER_RECIPIENT, emailKey(sender.salts, email)],
  ]);

  const { token, hash: event } = newToken();
  await db.transaction().execute(async (trx) => {
    const owner = await findAccountByEmail(trx, email);
    const isTaken = owner !== undefined && owner.id !== id;
    const link = isTaken
      ? ({ memberId: owner.id, purpose: 'sign-in', email: owner.email } as const)
      : ({ memberId: id, purpose: 'change-address', email } as const);
    await insertLink(trx, event, link, { now, until: until(now, LINK_HOURS) });
    const mail = isTaken
      ? ({ kind: 'knownAddress', to: owner.email, locale: owner.locale } as const)
      : ({ kind: 'newAddress', to: email, locale } as const);
    await queueMail(trx, accountMail({ ...mail, event, query: { token } }, site), now);
    const notice = { kind: 'addressNotice', to: present, locale } as const;
    await queueMail(trx, accountMail({ ...notice, event: `${event}:notice` }, site), now);
  });
}
