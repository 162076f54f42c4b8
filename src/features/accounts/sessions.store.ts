import { sql, type Kysely } from 'kysely';
import type { Adapter } from 'lucia';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';

/** A session as its member sees it. */
export interface KnownSession {
  /** The token's hash. */
  id: string;
  userAgent: string;
  createdAt: Date;
}

/** Where lucia keeps sessions: what it calls a session's id is the token, and stays outside. */
export function sessionAdapter(db: Kysely<Database>): Adapter {
  const where = (token: string) => sql`token_hash = ${hashOfToken(token)}`;
  return {
    async setSession({ id, userId, expiresAt, attributes }) {
      await sql`
        INSERT INTO sessions (token_hash, member_id, user_agent, created_at, expires_at)
        VALUES (${hashOfToken(id)}, ${userId}, ${attributes.userAgent}, ${attributes.createdAt},
          ${expiresAt})`.execute(db);
      await sql`UPDATE members SET seen_at = now() WHERE id = ${userId}`.execute(db);
    },
    async getSessionAndUser(token) {
      const { rows } = await sql<any>`
        SELECT member_id AS "userId", user_agent AS "userAgent", sessions.created_at AS "createdAt",
          expires_at AS "expiresAt", handle, name, role, email_verified_at IS NOT NULL AS "isVerified",
          CASE WHEN silenced_until > now() THEN silenced_until END AS "silencedUntil",
          CASE WHEN suspended_until > now() THEN suspended_until END AS "suspendedUntil",
          EXISTS (SELECT FROM two_factors WHERE two_factors.member_id = members.id)
            AS "hasTwoFactor"
        FROM sessions JOIN members ON members.id = member_id
        WHERE ${where(token)} AND deleted_at IS NULL`.execute(db);
      const [row] = rows;
      if (!row) return [null, null];
      const { userId, userAgent, createdAt, expiresAt, ...attributes } = row;
      return [
        { id: token, userId, expiresAt, attributes: { userAgent, createdAt } },
        { id: userId, attributes },
      ];
    },
    async updateSessionExpiration(token, expiresAt) {
      await sql`
        WITH prolonged AS (
          UPDATE sessions SET expires_at = ${expiresAt} WHERE ${where(token)} RETURNING member_id
        )
        UPDATE members SET seen_at = now() FROM prolonged WHERE id = member_id`.execute(db);
    },
    async deleteSession(token) {
      await sql`DELETE FROM sessions WHERE ${where(token)}`.execute(db);
    },
    async deleteUserSessions(memberId) {
      await sql`DELETE FROM sessions WHERE member_id = ${memberId}`.execute(db);
    },
    async deleteExpiredSessions() {
      await sql`DELETE FROM sessions WHERE expires_at <= now()`.execute(db);
    },
    getUserSessions() {
      throw new Error('whoever lists sessions has no tokens: use findSessions');
    },
  };
}

/** A member's sessions that are not over, the newest first. */
export async function findSessions(
  db: Kysely<Database>,
  memberId: number,
  now: Date,
): Promise<KnownSession[]> {
  const { rows } = await sql<KnownSession>`
    SELECT token_hash AS id, user_agent AS "userAgent", created_at AS "createdAt"
    FROM sessions WHERE member_id = ${memberId} AND expires_at > ${now}
    ORDER BY created_at DESC, token_hash`.execute(db);
  return rows;
}

/** Ends a member's oldest sessions, so that so many are left. */
export async function keepNewestSessions(
  db: Kysely<Database>,
  memberId: number,
  most: number,
): Promise<void> {
  await sql`
    DELETE FROM sessions WHERE token_hash IN (
      SELECT token_hash FROM sessions WHERE member_id = ${memberId}
      ORDER BY expires_at DESC, created_at DESC OFFSET ${most}
    )`.execute(db);
}

/** @param id the token's hash; of another member's session nothing happens */
export async function deleteSession(
  db: Kysely<Database>,
  memberId: number,
  id: string,
): Promise<void> {
  await sql`DELETE FROM sessions WHERE member_id = ${memberId} AND token_hash = ${id}`.execute(db);
}
