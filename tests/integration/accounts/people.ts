import { sql, type Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Database } from '#db/schema.ts';
import { confirmSignUp } from '#src/features/accounts/confirm-sign-up.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import type { Browser } from '#src/features/accounts/session.ts';
import { signUp } from '#src/features/accounts/sign-up.ts';
import { recogniseSender, type Sender } from '#src/server/sender.ts';

export const site: MailSite = {
  name: 'Acme Help',
  address: (locale, path) =>
    `https://help.example.com${locale === 'en' ? '' : `/${locale}`}${path}`,
};

export const PASSWORD = 'correct horse battery';

export const browser = (token?: string): Browser => ({ userAgent: 'Test Browser', token });

let senders = 0;

/** Somebody at an address of their own, so that no test uses up another's limits. */
export function somebody(db: Kysely<Database>): Promise<Sender> {
  senders += 1;
  const traces = {
    socketAddress: `10.0.${senders >> 8}.${senders & 255}`,
    forwardedFor: undefined,
    userAgent: 'Test Browser',
    acceptLanguage: 'en',
  };
  return recogniseSender(db, traces, 0, new Date());
}

/** The mails to an address, the newest first. */
export async function mailsTo(db: Kysely<Database>, email: string) {
  const mails = await db
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('id', 'desc')
    .execute();
  return mails.map(({ kind, subject, text_body: text, html_body: html }) => ({
    kind,
    subject,
    text,
    html,
    token: /[?&]token=([\w-]+)/.exec(text)?.[1] ?? '',
  }));
}

export const newestTo = async (db: Kysely<Database>, email: string) => {
  const [newest] = await mailsTo(db, email);
  if (!newest) throw new Error(`no mail to ${email}`);
  return newest;
};

export const wish = (handle: string) => ({
  name: `Name of ${handle}`,
  handle,
  email: `${handle}@example.com`,
  password: PASSWORD,
  locale: 'en',
});

/** Somebody who has signed up and opened the link. */
export async function member(db: Kysely<Database>, handle: string) {
  const now = new Date();
  await signUp(db, wish(handle), site, await somebody(db), now);
  const { token: link } = await newestTo(db, wish(handle).email);
  const token = await confirmSignUp(db, { token: link, handle: '' }, browser(), now);
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM members WHERE handle = ${handle}`.execute(db);
  const { email, name } = wish(handle);
  const actor = {
    id: rows[0]!.id,
    handle,
    name,
    role: 'member',
    isVerified: true,
    silencedUntil: null,
    suspendedUntil: null,
  } as const;
  return { actor, email, token };
}

/** What the device of a member shows. @param secret with or without gaps */
export const codeOf = (secret: string, at: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), timestamp: at.getTime() });

/** The fields that were refused, with the names of their faults; or the error that came instead. */
export async function refusal(deed: Promise<unknown>): Promise<unknown> {
  const error = await deed.then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'fields' in error ? error.fields : error;
}
