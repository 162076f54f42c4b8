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
  await db
    .deleteFrom('visitor_salts')
    .where(sql<boolean>`day < ${before}::date`)
    .execute();
  const yesterday = await db
    .selectFrom('visitor_salts')
    .select('salt')
    .where(sql<boolean>`day = ${before}::date`)
    .executeTakeFirst();
  // As key objects, which sign several times faster than plain bytes.
  return {
    day,
    today: createSecretKey(rows[0]!.salt),
    yesterday: yesterday && createSecretKey(yesterday.salt),
  };
}
