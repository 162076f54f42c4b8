import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface NewUpload {
  name: string;
  memberId: number;
  width: number;
  height: number;
  bytes: number;
}

/**
 * Holds everybody else off one file until the transaction ends: whoever takes a file away must see
 * all who have it.
 */
async function lockFile(trx: Transaction<Database>, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`upload ${name}`}, 0))`.execute(trx);
}

/** Writes that a member has brought a picture; who brings it again, begins again. */
export async function insertUpload(
  db: Kysely<Database>,
  { name, memberId, width, height, bytes }: NewUpload,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockFile(trx, name);
    await sql`
      INSERT INTO uploads (name, member_id, width, height, bytes, created_at)
      VALUES (${name}, ${memberId}, ${width}, ${height}, ${bytes}, ${now})
      ON CONFLICT (name, member_id) DO UPDATE SET created_at = excluded.created_at`.execute(trx);
  });
}

/**
 * Forgets that a member has brought a picture, unless they did so again at or after `before`.
 * @param removeFile called when nobody else has it; when it fails nothing is forgotten
 */
export async function deleteUpload(
  db: Kysely<Database>,
  { name, memberId, before }: { name: string; memberId: number; before: Date },
  removeFile: () => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockFile(trx, name);
    const { numAffectedRows } = await sql`
      DELETE FROM uploads
      WHERE name = ${name} AND member_id = ${memberId} AND created_at < ${before}`.execute(trx);
    if (numAffectedRows === 0n) return;
    const { rows } = await sql`SELECT FROM uploads WHERE name = ${name} LIMIT 1`.execute(trx);
    if (rows.length === 0) await removeFile();
  });
}

/** An upload as its row names it. */
export interface KnownUpload {
  name: string;
  memberId: number;
}

/** Uploads from before a time of which nobody has seen that a text shows them. */
export async function listDoubtfulUploads(
  db: Kysely<Database>,
  before: Date,
): Promise<KnownUpload[]> {
  const { rows } = await sql<KnownUpload>`
    SELECT name, member_id AS "memberId" FROM uploads
    WHERE used_at IS NULL AND created_at < ${before} ORDER BY created_at`.execute(db);
  return rows;
}

export async function listUploadsOf(
  db: Kysely<Database>,
  memberId: number,
): Promise<KnownUpload[]> {
  const { rows } = await sql<KnownUpload>`
    SELECT name, member_id AS "memberId" FROM uploads
    WHERE member_id = ${memberId} ORDER BY created_at`.execute(db);
  return rows;
}

/** Writes that texts show these pictures. */
export async function markUsed(db: Kysely<Database>, names: string[], now: Date): Promise<void> {
  await sql`
    UPDATE uploads SET used_at = ${now}
    WHERE name = ANY (${names}) AND used_at IS NULL`.execute(db);
}
