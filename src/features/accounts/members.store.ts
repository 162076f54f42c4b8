import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Role } from './actor.ts';
import type { Member } from './member.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What only the member and we know. */
export interface Account {
  id: number;
  handle: string;
  name: string;
  email: string;
  /** Whether the address has been shown to be theirs. */
  isVerified: boolean;
  passwordHash: string | null;
  about: string;
  /** Name of an upload; null for the picture that is made of the member's name. */
  avatar: string | null;
  locale: string;
}

const ACCOUNT = sql`id, handle, name, email, email_verified_at IS NOT NULL AS "isVerified", password_hash AS "passwordHash", about, avatar, locale`;

async function first<Row>(query: Promise<{ rows: Row[] }>): Promise<Row | undefined> {
  return (await query).rows[0];
}

export function findAccount(db: Db, id: number): Promise<Account | undefined> {
  return first(
    sql<Account>`
      SELECT ${ACCOUNT} FROM members WHERE id = ${id} AND deleted_at IS NULL`.execute(db),
  );
}

/** The account at an address, whatever its capitals. */
export function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return first(
    sql<Account>`SELECT ${ACCOUNT} FROM members WHERE lower(email) = lower(${email})`.execute(db),
  );
}

/** Whoever has a handle, whatever its capitals. */
export function findMember(db: Db, handle: string): Promise<(Member & { id: number }) | undefined> {
  return first(
    sql<Member & { id: number }>`
      SELECT id, handle, name, role, about, avatar, created_at AS since, deleted_at IS NOT NULL AS "isFormer"
      FROM members WHERE lower(handle) = lower(${handle})`.execute(db),
  );
}

/** Those of some handles in small letters that members have, in small letters. */
export async function listHandles(db: Db, handles: string[]): Promise<string[]> {
  const { rows } = await sql<{ handle: string }>`
    SELECT lower(handle) AS handle FROM members
    WHERE lower(handle) = ANY (${handles}) AND deleted_at IS NULL`.execute(db);
  return rows.map(({ handle }) => handle);
}

export interface NewMember {
  handle: string;
  name: string;
  email: string;
  /** Null for whoever signs in by other ways only. */
  passwordHash: string | null;
  locale: string;
}

/** Adds a member whose address is known to be theirs. @returns undefined when it or the handle is taken */
export async function insertMember(
  db: Db,
  { handle, name, email, passwordHash, locale }: NewMember,
  now: Date,
): Promise<number | undefined> {
  const row = await first(
    sql<{ id: number }>`
      INSERT INTO members (handle, name, email, email_verified_at, password_hash, locale, created_at)
      VALUES (${handle}, ${name}, ${email}, ${now}, ${passwordHash}, ${locale}, ${now})
      ON CONFLICT DO NOTHING RETURNING id`.execute(db),
  );
  return row?.id;
}

/** @returns false when another member has the handle */
export async function updateProfile(
  db: Db,
  id: number,
  { handle, name, about, locale }: Pick<Account, 'handle' | 'name' | 'about' | 'locale'>,
): Promise<boolean> {
  return isFree(
    sql`
      UPDATE members SET handle = ${handle}, name = ${name}, about = ${about}, locale = ${locale}
      WHERE id = ${id}`.execute(db),
  );
}

/** Gives a member an address that they have shown to be theirs. @returns false when another has it */
export async function updateEmail(db: Db, id: number, email: string, now: Date): Promise<boolean> {
  return isFree(
    sql`
      UPDATE members SET email = ${email}, email_verified_at = ${now} WHERE id = ${id}`.execute(db),
  );
}

/** Notes that a member has been reached at their address. */
export async function verifyEmail(db: Db, id: number, email: string, now: Date): Promise<void> {
  await sql`
    UPDATE members SET email_verified_at = ${now}
    WHERE id = ${id} AND lower(email) = lower(${email}) AND email_verified_at IS NULL`.execute(db);
}

// 23505: somebody else has this already.
async function isFree(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') return false;
    throw error;
  }
}

export async function updatePassword(db: Db, id: number, passwordHash: string): Promise<void> {
  await sql`UPDATE members SET password_hash = ${passwordHash} WHERE id = ${id}`.execute(db);
}

/** @param name of an upload; null for the picture that is made of the member's name */
export async function updateAvatar(db: Db, id: number, name: string | null): Promise<void> {
  await sql`
    UPDATE members SET avatar = ${name} WHERE id = ${id} AND deleted_at IS NULL`.execute(db);
}

export async function updateRole(db: Db, id: number, role: Role): Promise<void> {
  await sql`UPDATE members SET role = ${role} WHERE id = ${id}`.execute(db);
}

/** Takes all that is personal out of a member's row. */
export async function emptyMember(
  db: Db,
  id: number,
  { handle, name }: { handle: string; name: string },
  now: Date,
): Promise<void> {
  await sql`
    UPDATE members SET handle = ${handle}, name = ${name}, about = '', avatar = NULL, email = NULL,
      email_verified_at = NULL, password_hash = NULL, role = 'member', deleted_at = ${now}
    WHERE id = ${id}`.execute(db);
}

export interface StaffMember {
  handle: string;
  name: string;
  email: string;
  role: Role;
}

/** Everybody with more than a member's role. */
export async function findStaff(db: Db): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    SELECT handle, name, email, role FROM members
    WHERE role <> 'member' AND deleted_at IS NULL ORDER BY role, handle`.execute(db);
  return rows;
}

/** Everybody who runs the place and is not suspended. */
export async function findAdmins(db: Db): Promise<{ id: number; email: string; locale: string }[]> {
  const { rows } = await sql<{ id: number; email: string; locale: string }>`
    SELECT id, email, locale FROM members
    WHERE role = 'admin' AND deleted_at IS NULL AND email_verified_at IS NOT NULL
      AND (suspended_until IS NULL OR suspended_until <= now()) ORDER BY id`.execute(db);
  return rows;
}
