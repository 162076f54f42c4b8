import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import type { Scope } from './api-token.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** A token as its owner sees it. */
export interface KnownToken {
  id: number;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  /** To the hour. */
  usedAt: Date | null;
}

/** A member's tokens, the newest first; those that have expired too. */
export async function findTokens(db: Db, memberId: number): Promise<KnownToken[]> {
  const { rows } = await sql<KnownToken>`
    SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
      used_at AS "usedAt"
    FROM api_tokens WHERE member_id = ${memberId} ORDER BY id DESC`.execute(db);
  return rows;
}

export interface NewToken {
  memberId: number;
  name: string;
  hash: string;
  scopes: Scope[];
  expiresAt: Date | null;
}

/** @returns false when the member has so many already */
export async function insertToken(
  trx: Transaction<Database>,
  { memberId, name, hash, scopes, expiresAt }: NewToken,
  most: number,
  now: Date,
): Promise<boolean> {
  // Two made at once are counted one after the other.
  await sql`SELECT FROM members WHERE id = ${memberId} FOR UPDATE`.execute(trx);
  const { numAffectedRows } = await sql`
    INSERT INTO api_tokens (member_id, name, token_hash, scopes, created_at, expires_at)
    SELECT ${memberId}, ${name}, ${hash}, ${scopes}::text[], ${now}, ${expiresAt}::timestamptz
    WHERE (SELECT count(*) FROM api_tokens WHERE member_id = ${memberId}) < ${most}`.execute(trx);
  return numAffectedRows === 1n;
}

/** What of another member's happens to nothing. */
export async function deleteToken(db: Db, memberId: number, id: number): Promise<void> {
  await sql`DELETE FROM api_tokens WHERE member_id = ${memberId} AND id = ${id}`.execute(db);
}

/** A token that is good now, with its owner as they are now. */
export interface TokenInUse {
  id: number;
  scopes: Scope[];
  usedAt: Date | null;
  owner: Actor;
  hasTwoFactor: boolean;
}

export async function findTokenByHash(
  db: Db,
  hash: string,
  now: Date,
): Promise<TokenInUse | undefined> {
  const { rows } = await sql<Actor & Omit<TokenInUse, 'owner' | 'id'> & { tokenId: number }>`
    SELECT api_tokens.id AS "tokenId", scopes, used_at AS "usedAt", members.id, handle, name, role,
      email_verified_at IS NOT NULL AS "isVerified",
      CASE WHEN silenced_until > ${now} THEN silenced_until END AS "silencedUntil",
      CASE WHEN suspended_until > ${now} THEN suspended_until END AS "suspendedUntil",
      EXISTS (SELECT FROM two_factors WHERE two_factors.member_id = members.id) AS "hasTwoFactor"
    FROM (
      SELECT id, member_id, scopes, used_at FROM api_tokens
      WHERE token_hash = ${hash} AND (expires_at IS NULL OR expires_at > ${now})
    ) AS api_tokens JOIN members ON members.id = member_id
    WHERE deleted_at IS NULL`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { tokenId, scopes, usedAt, hasTwoFactor, ...owner } = row;
  return { id: tokenId, scopes, usedAt, hasTwoFactor, owner };
}

export async function noteUse(db: Db, id: number, now: Date): Promise<void> {
  await sql`UPDATE api_tokens SET used_at = ${now} WHERE id = ${id}`.execute(db);
}
