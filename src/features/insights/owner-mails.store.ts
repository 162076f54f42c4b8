import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** @returns when a mail went to an owner last, and since when none is to */
export async function findOwnerMail(
  db: Db,
  email: string,
): Promise<{ sentAt: Date | null; stoppedAt: Date | null } | undefined> {
  const { rows } = await sql<{ sentAt: Date | null; stoppedAt: Date | null }>`
    SELECT sent_at AS "sentAt", stopped_at AS "stoppedAt" FROM owner_mails
    WHERE email = ${email.toLowerCase()}`.execute(db);
  return rows[0];
}

export async function noteOwnerMail(db: Db, email: string, now: Date): Promise<void> {
  await sql`
    INSERT INTO owner_mails (email, sent_at) VALUES (${email.toLowerCase()}, ${now})
    ON CONFLICT (email) DO UPDATE SET sent_at = excluded.sent_at`.execute(db);
}

export async function stopOwnerMails(db: Db, email: string, now: Date): Promise<void> {
  await sql`
    INSERT INTO owner_mails (email, stopped_at) VALUES (${email.toLowerCase()}, ${now})
    ON CONFLICT (email) DO UPDATE SET stopped_at = excluded.stopped_at`.execute(db);
}

export async function resumeOwnerMails(db: Db, email: string): Promise<void> {
  await sql`
    UPDATE owner_mails SET stopped_at = NULL WHERE email = ${email.toLowerCase()}`.execute(db);
}

/** The language of the member who has shown that an address is theirs. */
export async function localeOfAddress(db: Db, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ locale: string }>`
    SELECT locale FROM members
    WHERE lower(email) = ${email.toLowerCase()} AND email_verified_at IS NOT NULL
      AND deleted_at IS NULL`.execute(db);
  return rows[0]?.locale;
}
