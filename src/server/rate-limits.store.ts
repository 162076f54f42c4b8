import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface Use {
  key: string;
  points: number;
  /** Milliseconds since 1970. */
  now: number;
  expire: number;
}

export interface Used {
  points: number;
  expire: string | null;
}

/**
 * Adds uses to their keys, in one statement; a key whose time is over starts again.
 * @returns for each use the key's state after it and those before it
 */
export async function addUses(db: Kysely<Database>, uses: Use[]): Promise<Used[]> {
  // One row a key, since a statement may write a row only once; in the keys' order, so that two
  // processes never wait for each other.
  const { rows } = await sql<{ key: string; points: number; expire: string | null }>`
    INSERT INTO rate_limits AS kept (key, points, expire)
    SELECT key, sum(points), max(expire)
    FROM unnest(
      ${uses.map((use) => use.key)}::text[],
      ${uses.map((use) => use.points)}::integer[],
      ${uses.map((use) => use.expire)}::bigint[]
    ) AS used (key, points, expire)
    GROUP BY key
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      points = excluded.points + CASE WHEN kept.expire > ${uses[0]!.now} THEN kept.points ELSE 0 END,
      expire = CASE WHEN kept.expire > ${uses[0]!.now} THEN kept.expire ELSE excluded.expire END
    RETURNING key, points, expire`.execute(db);

  const after = new Map(rows.map(({ key, points, expire }) => [key, { points, expire }]));
  // Counted back from the end, so that of two uses of one key only the later can exceed it.
  return uses
    .toReversed()
    .map((use) => {
      const state = after.get(use.key)!;
      const seen = { ...state };
      state.points -= use.points;
      return seen;
    })
    .reverse();
}

/** Forgets keys whose time was over at `now`. */
export async function deleteExpired(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`DELETE FROM rate_limits WHERE expire <= ${now.getTime()}`.execute(db);
}
