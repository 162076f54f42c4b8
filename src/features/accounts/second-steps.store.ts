import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Keeps who owes the second step of signing in, and forgets those whose time is over. */
export async function insertSecondStep(
  db: Db,
  tokenHash: string,
  memberId: number,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await sql`DELETE FROM second_steps WHERE expires_at <= ${now}`.execute(db);
  await sql`
    INSERT INTO second_steps (token_hash, member_id, created_at, expires_at)
    VALUES (${tokenHash}, ${memberId}, ${now}, ${until})`.execute(db);
}

const good = (tokenHash: string, now: Date) =>
  sql`token_hash = ${tokenHash} AND expires_at > ${now}`;

/** The member who owes a second step, which stays good. */
export async function findSecondStep(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ memberId: number }>`
    SELECT member_id AS "memberId" FROM second_steps WHERE ${good(tokenHash, now)}`.execute(db);
  return rows[0]?.memberId;
}

/** Uses a second step up. @returns false for all but the first who come */
export async function takeSecondStep(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM second_steps WHERE ${good(tokenHash, now)}`.execute(db);
  return numAffectedRows === 1n;
}

/** Whoever is half-way in begins anew. */
export async function deleteSecondSteps(db: Db, memberId: number): Promise<void> {
  await sql`DELETE FROM second_steps WHERE member_id = ${memberId}`.execute(db);
}
