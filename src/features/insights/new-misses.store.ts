import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import { before, type Scope } from '#src/features/measures/scope.ts';

export interface NewMiss {
  query: string;
  locale: string;
  missed: number;
}

/** Fewer may be chance. */
const LEAST = 3;

/** Queries that were missed in a scope's days and not in as many days before, the most missed first. */
export async function listNewMisses(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<NewMiss[]> {
  const { rows } = await sql<NewMiss>`
    SELECT query, locale, sum(missed)::integer AS missed FROM search_days AS present
    WHERE ${inDays(scope)} AND missed > 0 AND NOT EXISTS (
      SELECT FROM search_days
      WHERE search_days.query = present.query AND search_days.locale = present.locale
        AND ${inDays(before(scope))} AND missed > 0
    )
    GROUP BY query, locale HAVING sum(missed) >= ${LEAST}
    ORDER BY sum(missed) DESC, query LIMIT ${most}`.execute(db);
  return rows;
}
