import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** An address at which nothing stands, and what was decided about it. */
export interface MissingAddress {
  path: string;
  visits: number;
  state: string;
  /** Where it is to lead, as a path of the site. */
  target: string | null;
}

/** The addresses that were asked for most in a scope's days, and those that were decided about. */
export async function listMissingAddresses(
  db: Kysely<Database>,
  { from, to }: Scope,
  most: number,
): Promise<MissingAddress[]> {
  const { rows } = await sql<MissingAddress>`
    SELECT counted.path, visits, coalesce(state, 'new') AS state, target FROM (
      SELECT path, sum(visits)::integer AS visits FROM missing_page_days
      WHERE day BETWEEN ${from}::date AND ${to}::date GROUP BY path
    ) AS counted
    LEFT JOIN insight_states ON kind = 'missing-page' AND subject = counted.path
    ORDER BY target IS NULL, visits DESC, counted.path LIMIT ${most}`.execute(db);
  return rows;
}
