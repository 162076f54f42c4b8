import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

export interface TwoFactor {
  sealedSecret: string;
  since: Date;
}

export async function findTwoFactor(db: Db, memberId: number): Promise<TwoFactor | undefined> {
  const { rows } = await sql<TwoFactor>`
    SELECT sealed_secret AS "sealedSecret", created_at AS since
    FROM two_factors WHERE member_id = ${memberId}`.execute(db);
  return rows[0];
}

/** @param step of the code that was given already @returns false when the member has one */
export async function insertTwoFactor(
  db: Db,
  memberId: number,
  { sealedSecret, step }: { sealedSecret: string; step: number },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO two_factors (member_id, sealed_secret, last_step, created_at)
    VALUES (${memberId}, ${sealedSecret}, ${step}, ${now})
    ON CONFLICT DO NOTHING`.execute(db);
  return numAffectedRows === 1n;
}

/** Uses a time step up, with all before it. @returns false when it was used already */
export async function useStep(db: Db, memberId: number, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE two_factors SET last_step = ${step}
    WHERE member_id = ${memberId} AND last_step < ${step}`.execute(db);
  return numAffectedRows === 1n;
}

/** @returns false when the member had none */
export async function deleteTwoFactor(db: Db, memberId: number): Promise<boolean> {
  await sql`DELETE FROM recovery_codes WHERE member_id = ${memberId}`.execute(db);
  const { numAffectedRows } = await sql`
    DELETE FROM two_factors WHERE member_id = ${memberId}`.execute(db);
  return numAffectedRows === 1n;
}

/** Gives a member new recovery codes; the old ones are worth nothing from then on. */
export async function replaceRecoveryCodes(
  db: Db,
  memberId: number,
  hashes: string[],
): Promise<void> {
  await sql`DELETE FROM recovery_codes WHERE member_id = ${memberId}`.execute(db);
  await sql`
    INSERT INTO recovery_codes (code_hash, member_id)
    SELECT unnest(${hashes}::text[]), ${memberId}::integer`.execute(db);
}

/** Uses a recovery code up. @returns false when it is not one of the member's, or no longer */
export async function takeRecoveryCode(db: Db, memberId: number, hash: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM recovery_codes
    WHERE member_id = ${memberId} AND code_hash = ${hash}`.execute(db);
  return numAffectedRows === 1n;
}

export async function countRecoveryCodes(db: Db, memberId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM recovery_codes
    WHERE member_id = ${memberId}`.execute(db);
  return rows[0]?.count ?? 0;
}
