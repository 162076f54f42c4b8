import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Recipient } from './notification-mail.ts';

/** A member whom mail reaches, and when they were here last. */
export interface FoundRecipient extends Recipient {
  seenAt: Date;
}

/** @returns undefined for who left, or has not shown that the address is theirs */
export async function findRecipient(
  db: Kysely<Database>,
  memberId: number,
): Promise<FoundRecipient | undefined> {
  const { rows } = await sql<FoundRecipient>`
    SELECT id, email, locale, coalesce(seen_at, created_at) AS "seenAt" FROM members
    WHERE id = ${memberId} AND deleted_at IS NULL
      AND email IS NOT NULL AND email_verified_at IS NOT NULL`.execute(db);
  return rows[0];
}
