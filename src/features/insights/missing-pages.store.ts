import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** An address that does not exist, and who asked for it. */
export interface MissingPage {
  path: string;
  visits: number;
  /** Hosts of the pages that led there, those of most visits first. */
  referrers: string[];
  /** When it was asked for last, yyyy-mm-dd. */
  last: string;
}

const REFERRERS_SHOWN = 3;

/** Addresses that were asked for in a scope's days, those of most visits first. */
export async function listMissingPages(
  db: Kysely<Database>,
  { from, to }: Scope,
  most: number,
): Promise<MissingPage[]> {
  const { rows } = await sql<MissingPage>`
    WITH counted AS (
      SELECT path, referrer, sum(visits) AS visits, max(day) AS day
      FROM missing_page_days WHERE ${inDays({ from, to })}
      GROUP BY path, referrer
    )
    SELECT path, sum(visits)::integer AS visits, to_char(max(day), 'YYYY-MM-DD') AS last,
      coalesce(
        (array_agg(referrer ORDER BY visits DESC, referrer) FILTER (WHERE referrer <> ''))
          [1:${sql.lit(REFERRERS_SHOWN)}],
        '{}'
      ) AS referrers
    FROM counted
    GROUP BY path ORDER BY sum(visits) DESC, path
    LIMIT ${most}`.execute(db);
  return rows;
}
