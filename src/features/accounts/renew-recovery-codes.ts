import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { StalePage } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { accountMail, type MailSite } from './mails.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { findTwoFactor, replaceRecoveryCodes } from './two-factors.store.ts';

/**
 * Gives a member new recovery codes in place of the old ones, and mails them that there are some.
 * @returns the codes, which are told once
 * @throws InvalidInput when it is not the member who asks, StalePage without two-factor, TooMany
 */
export async function renewRecoveryCodes(
  db: Kysely<Database>,
  actor: Actor,
  proof: Proof,
  site: MailSite,
  sender: Sender,
  now: Date,
): Promise<string[]> {
  const { id, email, locale } = await proveIdentity(db, actor, proof, sender, now);
  const codes = newRecoveryCodes();
  await db.transaction().execute(async (trx) => {
    if (!(await findTwoFactor(trx, id))) throw new StalePage();
    await replaceRecoveryCodes(trx, id, codes.map(hashOfRecoveryCode));
    const event = `recovery-codes-renewed:${id}:${now.getTime()}`;
    const mail = accountMail({ kind: 'recoveryCodesRenewed', to: email, locale, event }, site);
    await queueMail(trx, mail, now);
  });
  return codes;
}
