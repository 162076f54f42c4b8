import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Counted } from './summary.ts';

/** How often something of a kind happened in a month. */
export interface MonthCount {
  /** yyyy-mm, in UTC */
  month: string;
  counted: Counted;
  count: number;
}

/** What happened since a moment, by month and kind; what did not happen is left out. */
export async function listMonthCounts(db: Kysely<Database>, since: Date): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, counted, count(*)::integer AS count
    FROM (
      SELECT 'flags' AS counted, created_at AS at FROM flags WHERE created_at >= ${since}
      UNION ALL
      SELECT 'upheld', decided_at FROM flags WHERE is_upheld AND decided_at >= ${since}
      UNION ALL
      SELECT CASE
          WHEN kind IN ('hide', 'hide-flagged', 'hide-reviewed') THEN 'hidden'
          WHEN kind IN ('remove', 'refuse', 'remove-all') THEN 'deleted'
          WHEN kind = 'warn' THEN 'warned'
          WHEN kind = 'silence' THEN 'silenced'
          WHEN kind = 'suspend' THEN 'suspended'
          WHEN kind = 'undo' THEN 'undone'
        END, created_at
      FROM moderation_events WHERE created_at >= ${since} AND kind IN (
        'hide', 'hide-flagged', 'hide-reviewed', 'remove', 'refuse', 'remove-all', 'warn',
        'silence', 'suspend', 'undo'
      )
    ) AS happened
    GROUP BY month, counted`.execute(db);
  return rows;
}
