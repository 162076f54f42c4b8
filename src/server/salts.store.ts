import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dayBefore } from './clock.ts';

export interface Salts {
  /** UTC, yyyy-mm-dd */
  day: string;
  today: KeyObject;
  yesterday: KeyObject | undefined;
}

/** SQLSTATE of a lock that did not come in time. */
const LOCK_NOT_AVAILABLE = '55P03';
/** Milliseconds that a moment without readers of the table is waited for. */
const PATIENCE = 2000;

/**
 * Destroys the salts of the days before `day`. A deleted row lies in the table's file until something
 * else needs its place, which here may be never: so the file is left behind and a new one written.
 * Where somebody reads the table for long, the rows go at once and the file with the next salts.
 */
async function destroySalts(db: Kysely<Database>, day: string): Promise<void> {
  const { rows } = await sql`SELECT FROM visitor_salts WHERE day < ${day}::date`.execute(db);
  if (rows.length === 0) return;
  await db
    .deleteFrom('visitor_salts')
    .where(sql<boolean>`day < ${day}::date`)
    .execute();
  try {
    await db.transaction().execute(async (trx) => {
      await sql`SET LOCAL lock_timeout = ${sql.lit(PATIENCE)}`.execute(trx);
      await sql`LOCK TABLE visitor_salts IN ACCESS EXCLUSIVE MODE`.execute(trx);
      const { rows: kept } = await sql<{ day: string; salt: Buffer }>`
        SELECT day::text, salt FROM visitor_salts`.execute(trx);
      await sql`TRUNCATE visitor_salts`.execute(trx);
      if (kept.length > 0) await trx.insertInto('visitor_salts').values(kept).execute();
      for (const { salt } of kept) salt.fill(0);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
  }
}

/** Signs several times faster than plain bytes, which are wiped out. */
function keyOf(salt: Buffer): KeyObject {
  const key = createSecretKey(salt);
  salt.fill(0);
  return key;
}

/**
 * The salt of `day` and of the day before, shared by all processes: whoever comes first makes
 * the day's salt, everybody else is given the same. Older ones are destroyed.
 */
export async function rotateSalts(
  db: Kysely<Database>,
  day: string,
  makeSalt: () => Buffer = () => randomBytes(32),
): Promise<Salts> {
  // The update changes nothing; it makes the row that another process has just written come back.
  const { rows } = await sql<{ salt: Buffer }>`
    INSERT INTO visitor_salts (day, salt) VALUES (${day}, ${makeSalt()})
    ON CONFLICT (day) DO UPDATE SET salt = visitor_salts.salt
    RETURNING salt`.execute(db);
  const before = dayBefore(day);
  await destroySalts(db, before);
  const yesterday = await db
    .selectFrom('visitor_salts')
    .select('salt')
    .where(sql<boolean>`day = ${before}::date`)
    .executeTakeFirst();
  return {
    day,
    today: keyOf(rows[0]!.salt),
    yesterday: yesterday && keyOf(yesterday.salt),
  };
}
