import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, StalePage } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { seal } from '#src/server/secret.ts';
import type { Sender } from '#src/server/sender.ts';
import type { Actor } from './actor.ts';
import { CODES_PER_MEMBER } from './limits.ts';
import { accountMail, type MailSite } from './mails.ts';
import { proveIdentity, type Proof } from './prove-identity.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { type Browser, reopenSession } from './session.ts';
import { stepOf } from './totp.ts';
import { readOffer } from './two-factor-offer.ts';
import { insertTwoFactor, replaceRecoveryCodes } from './two-factors.store.ts';
import { type Keys, tidyCode, TOTP_SEAL } from './use-code.ts';

/**
 * Asks for a code at every sign-in from now on. All other sessions end, and the member is mailed.
 * @param form.offer as `offerTwoFactor` sealed it
 * @param form.code the first code of the device, which shows that it works
 * @returns the session's new token, and the recovery codes, which are told once
 * @throws InvalidInput, StalePage when it is on already, TooMany
 */
export async function setUpTwoFactor(
  db: Kysely<Database>,
  keys: Keys,
  actor: Actor,
  { offer, code, ...proof }: Proof & { offer: string; code: string },
  site: MailSite,
  browser: Browser,
  sender: Sender,
  now: Date,
): Promise<{ token: string; codes: string[] }> {
  const { id, email, locale } = await proveIdentity(db, actor, proof, sender, now);
  const secret = readOffer(keys, actor, offer);
  if (!secret) throw new StalePage();
  await useLimits(db, [[CODES_PER_MEMBER, String(id)]]);
  const step = stepOf(secret, tidyCode(code), now);
  if (step === undefined) throw new InvalidInput({ code: 'codeWrong' });
  const sealedSecret = seal(keys, TOTP_SEAL, secret);
  const codes = newRecoveryCodes();
  return db.transaction().execute(async (trx) => {
    if (!(await insertTwoFactor(trx, id, { sealedSecret, step }, now))) throw new StalePage();
    await replaceRecoveryCodes(trx, id, codes.map(hashOfRecoveryCode));
    const event = `two-factor-on:${id}:${now.getTime()}`;
    await queueMail(trx, accountMail({ kind: 'twoFactorOn', to: email, locale, event }, site), now);
    return { token: await reopenSession(trx, id, browser, now), codes };
  });
}
