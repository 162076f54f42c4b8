import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Identity, LinkedIdentity } from './identity.ts';

type Db = Kysely<Database> | Transaction<Database>;

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

const identitiesOf = (memberId: number) => sql<LinkedIdentity>`
  SELECT issuer, subject, created_at AS since FROM member_identities
  WHERE member_id = ${memberId} ORDER BY created_at, issuer, subject`;

/** Under which names providers know a member, the oldest first. */
export async function findIdentities(db: Db, memberId: number): Promise<LinkedIdentity[]> {
  return (await identitiesOf(memberId).execute(db)).rows;
}

/** These names, none of which anybody else can take away before the transaction ends. */
export async function lockIdentities(
  trx: Transaction<Database>,
  memberId: number,
): Promise<LinkedIdentity[]> {
  return (await sql<LinkedIdentity>`${identitiesOf(memberId)} FOR UPDATE`.execute(trx)).rows;
}

export async function deleteIdentity(db: Db, { issuer, subject }: Identity): Promise<void> {
  await sql`
    DELETE FROM member_identities WHERE issuer = ${issuer} AND subject = ${subject}`.execute(db);
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
