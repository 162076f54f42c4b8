import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { queueMail } from '#src/server/outbox.ts';
import { SignOnFailure } from '#src/server/sign-on-failure.ts';
import type { Person } from '#src/server/single-sign-on.ts';
import { newToken } from '#src/server/token.ts';
import { admit, type Admission } from './admit.ts';
import { emailFault, tidyEmail } from './email.ts';
import { handlesFromName } from './handles-from-name.ts';
import { findIdentity, insertIdentity } from './identities.store.ts';
import { accountMail, type MailSite } from './mails.ts';
import { shortenName } from './member.ts';
import { findAccountByEmail, insertMember } from './members.store.ts';
import type { Browser } from './session.ts';

interface Surroundings {
  /** Of the page; for mails to a new member. */
  locale: string;
  site: MailSite;
}

/**
 * Signs in whom a provider has recognised: the member whom it knows already; else the one whose
 * address both the provider and we have seen to be theirs; else a new one.
 * @throws SignOnFailure when an address is not known to be theirs
 */
export async function signInByProvider(
  db: Kysely<Database>,
  person: Person,
  surroundings: Surroundings,
  browser: Browser,
  now: Date,
): Promise<Admission> {
  const id = await db
    .transaction()
    .execute(
      async (trx) =>
        (await findIdentity(trx, person)) ?? (await makeKnown(trx, person, surroundings, now)),
    );
  return admit(db, id, browser, now);
}

/** Finds or makes the member who has a person's address, and remembers whom the provider means. */
async function makeKnown(
  trx: Transaction<Database>,
  person: Person,
  { locale, site }: Surroundings,
  now: Date,
): Promise<number> {
  const email = tidyEmail(person.email ?? '');
  if (emailFault(email)) throw new SignOnFailure('addressUnverified');
  const made = await makeMember(trx, { email, name: person.name, locale }, now);
  if (made !== undefined) {
    await insertIdentity(trx, made, person, now);
    return made;
  }
  const account = await findAccountByEmail(trx, email);
  if (!account) throw new Error('no handle was free for a new member');
  // Whoever opened it may have typed a stranger's address, and waits for them to come.
  if (!account.isVerified) throw new SignOnFailure('accountUnverified');
  if (await insertIdentity(trx, account.id, person, now)) {
    const mail = { kind: 'identityLinked', to: account.email, locale: account.locale } as const;
    const event = `identity-linked:${account.id}:${now.getTime()}`;
    await queueMail(trx, accountMail({ ...mail, event }, site), now);
  }
  return account.id;
}

/** @returns undefined when the address has an account */
async function makeMember(
  trx: Transaction<Database>,
  { email, name, locale }: { email: string; name: string; locale: string },
  now: Date,
): Promise<number | undefined> {
  if (await findAccountByEmail(trx, email)) return undefined;
  const chance = Number.parseInt(newToken().hash.slice(0, 6), 16);
  for (const handle of handlesFromName(name, chance)) {
    const member = { handle, name: shortenName(name) || handle, email, passwordHash: null, locale };
    const id = await insertMember(trx, member, now);
    if (id !== undefined) return id;
  }
  return undefined;
}
