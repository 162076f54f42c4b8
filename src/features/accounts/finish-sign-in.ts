import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { hashOfToken } from '#src/server/token.ts';
import { CODES_PER_MEMBER, CODES_PER_MEMBER_A_DAY } from './limits.ts';
import { accountMail, type MailSite } from './mails.ts';
import { findAccount } from './members.store.ts';
import { findSecondStep, takeSecondStep } from './second-steps.store.ts';
import { type Browser, openSession } from './session.ts';
import { type Keys, useCode } from './use-code.ts';

/**
 * Does the second step of signing in. After a wrong code another try is possible; when a recovery
 * code was used, the member is mailed.
 * @param form.token of the second step, from the browser's cookie
 * @param form.code of the device, or a recovery code
 * @returns the session's token
 * @throws NotFound when the first step was done too long ago, InvalidInput, TooMany
 */
export async function finishSignIn(
  db: Kysely<Database>,
  keys: Keys,
  { token, code }: { token: string; code: string },
  site: MailSite,
  browser: Browser,
  now: Date,
): Promise<string> {
  const hash = hashOfToken(token);
  const memberId = await findSecondStep(db, hash, now);
  if (memberId === undefined) throw new NotFound();
  await useLimits(db, [
    [CODES_PER_MEMBER, String(memberId)],
    [CODES_PER_MEMBER_A_DAY, String(memberId)],
  ]);
  return db.transaction().execute(async (trx) => {
    if (!(await takeSecondStep(trx, hash, now))) throw new NotFound();
    // Thrown in here, so that nothing of this has happened.
    const from = await useCode(trx, keys, memberId, code, now);
    if (!from) throw new InvalidInput({ code: 'codeWrong' });
    const account = from === 'paper' ? await findAccount(trx, memberId) : undefined;
    if (account) {
      const { email: to, locale } = account;
      const event = `recovery-code-used:${memberId}:${hash}`;
      const mail = accountMail({ kind: 'recoveryCodeUsed', to, locale, event }, site);
      await queueMail(trx, mail, now);
    }
    return openSession(trx, memberId, browser, now);
  });
}
