import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database, MailedLinksTable } from '#db/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
export type Purpose = MailedLinksTable['purpose'];

export interface MailedLink {
  memberId: number;
  purpose: Purpose;
  /** The address that the link was sent to. */
  email: string;
}

/** Keeps what a link leads to, and forgets those whose time is over. */
export async function insertLink(
  db: Db,
  tokenHash: string,
  { memberId, purpose, email }: MailedLink,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await sql`DELETE FROM mailed_links WHERE expires_at <= ${now}`.execute(db);
  await sql`
    INSERT INTO mailed_links (token_hash, member_id, purpose, email, created_at, expires_at)
    VALUES (${tokenHash}, ${memberId}, ${purpose}, ${email}, ${now}, ${until})`.execute(db);
}

const LINK = sql`member_id AS "memberId", purpose, email`;
const good = (tokenHash: string, purpose: Purpose, now: Date) =>
  sql`token_hash = ${tokenHash} AND purpose = ${purpose} AND expires_at > ${now}`;

/** What a link leads to, which stays good. */
export async function findLink(
  db: Db,
  tokenHash: string,
  purpose: Purpose,
  now: Date,
): Promise<MailedLink | undefined> {
  const { rows } = await sql<MailedLink>`
    SELECT ${LINK} FROM mailed_links WHERE ${good(tokenHash, purpose, now)}`.execute(db);
  return rows[0];
}

/** What a link leads to, for the one who comes first. */
export async function takeLink(
  db: Db,
  tokenHash: string,
  purpose: Purpose,
  now: Date,
): Promise<MailedLink | undefined> {
  const { rows } = await sql<MailedLink>`
    DELETE FROM mailed_links WHERE ${good(tokenHash, purpose, now)} RETURNING ${LINK}`.execute(db);
  return rows[0];
}

/** Makes every link worthless that a member was sent. */
export async function deleteLinks(db: Db, memberId: number): Promise<void> {
  await sql`DELETE FROM mailed_links WHERE member_id = ${memberId}`.execute(db);
}
