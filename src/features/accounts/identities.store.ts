import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** A person as a provider of single sign-on names them. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** The member whom a provider knows under a name. */
export async function findIdentity(
  db: Db,
  { issuer, subject }: Identity,
): Promise<number | undefined> {
  const { rows } = await sql<{ memberId: number }>`
    SELECT member_id AS "memberId" FROM member_identities
    WHERE issuer = ${issuer} AND subject = ${subject}`.execute(db);
  return rows[0]?.memberId;
}

/** @returns false when the provider's name is a member's already */
export async function insertIdentity(
  db: Db,
  memberId: number,
  { issuer, subject }: Identity,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO member_identities (issuer, subject, member_id, created_at)
    VALUES (${issuer}, ${subject}, ${memberId}, ${now})
    ON CONFLICT DO NOTHING`.execute(db);
  return numAffectedRows === 1n;
}
