import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { NewMember } from './members.store.ts';

/** A member to be; they have chosen a password. */
type Wish = NewMember & { passwordHash: string };

type Db = Kysely<Database> | Transaction<Database>;

/** Keeps a sign-up until its link is opened, and forgets those whose time is over. */
export async function insertSignUp(
  db: Db,
  tokenHash: string,
  { email, handle, name, passwordHash, locale }: Wish,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await sql`DELETE FROM sign_ups WHERE expires_at <= ${now}`.execute(db);
  await sql`
    INSERT INTO sign_ups
      (token_hash, email, handle, name, password_hash, locale, created_at, expires_at)
    VALUES (${tokenHash}, ${email}, ${handle}, ${name}, ${passwordHash}, ${locale}, ${now}, ${until})
  `.execute(db);
}

const SIGN_UP = sql`email, handle, name, password_hash AS "passwordHash", locale`;
const good = (tokenHash: string, now: Date) =>
  sql`token_hash = ${tokenHash} AND expires_at > ${now}`;

export async function findSignUp(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<NewMember | undefined> {
  const { rows } = await sql<NewMember>`
    SELECT ${SIGN_UP} FROM sign_ups WHERE ${good(tokenHash, now)}`.execute(db);
  return rows[0];
}

/** A sign-up, for the one who comes first; others for the same address are forgotten. */
export async function takeSignUp(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<NewMember | undefined> {
  const { rows } = await sql<NewMember>`
    DELETE FROM sign_ups WHERE ${good(tokenHash, now)} RETURNING ${SIGN_UP}`.execute(db);
  const [taken] = rows;
  if (taken) {
    await sql`DELETE FROM sign_ups WHERE lower(email) = lower(${taken.email})`.execute(db);
  }
  return taken;
}
