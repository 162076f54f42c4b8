import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { queueMail } from '#src/server/outbox.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Sender } from '#src/server/sender.ts';
import { newToken } from '#src/server/token.ts';
import { emailFault, emailKey, tidyEmail } from './email.ts';
import { faultsIn } from './faults.ts';
import { MAILS_PER_RECIPIENT, SIGN_UPS_PER_NETWORK } from './limits.ts';
import { LINK_HOURS, SIGN_UP_HOURS, until } from './link-times.ts';
import { insertLink } from './mailed-links.store.ts';
import { accountMail, type MailSite } from './mails.ts';
import { handleFault, nameFault, tidyHandle, tidyName } from './member.ts';
import { findAccountByEmail, findMember } from './members.store.ts';
import { hashPassword, passwordFault } from './password.ts';
import { insertSignUp } from './sign-ups.store.ts';

export interface SignUp {
  name: string;
  handle: string;
  email: string;
  password: string;
  locale: string;
  /** Path to go on to when the address is confirmed. */
  next?: string | undefined;
}

/**
 * Mails a link that makes a member of whoever opens it. An address that has an account gets
 * another mail, and nobody else can tell: until the link is opened there is nothing to be seen,
 * and the handle is nobody's.
 * @throws InvalidInput with the fault of each field, TooMany
 */
export async function signUp(
  db: Kysely<Database>,
  { locale, password, next, ...typed }: SignUp,
  site: MailSite,
  { visitor, salts }: Sender,
  now: Date,
): Promise<void> {
  const name = tidyName(typed.name);
  const handle = tidyHandle(typed.handle);
  const email = tidyEmail(typed.email);
  const faults = faultsIn({
    name: nameFault(name),
    handle: handleFault(handle),
    email: emailFault(email),
    password: await passwordFault(password, { email, handle, siteName: site.name }),
  });
  if (faults) throw new InvalidInput(faults);
  if (await findMember(db, handle)) throw new InvalidInput({ handle: 'handleTaken' });
  await useLimits(db, [
    [SIGN_UPS_PER_NETWORK, visitor.network],
    [MAILS_PER_RECIPIENT, emailKey(salts, email)],
  ]);

  const passwordHash = await hashPassword(password);
  const { token, hash } = newToken();
  await db.transaction().execute(async (trx) => {
    const known = await findAccountByEmail(trx, email);
    if (known) {
      const link = { memberId: known.id, purpose: 'sign-in', email: known.email } as const;
      await insertLink(trx, hash, link, { now, until: until(now, LINK_HOURS) });
    } else {
      const pending = { email, handle, name, passwordHash, locale };
      await insertSignUp(trx, hash, pending, { now, until: until(now, SIGN_UP_HOURS) });
    }
    const mail = known
      ? ({ kind: 'knownAddress', to: known.email, locale: known.locale } as const)
      : ({ kind: 'verify', to: email, locale } as const);
    await queueMail(trx, accountMail({ ...mail, event: hash, query: { token, next } }, site), now);
  });
}
