import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Votes } from './helpfulness.ts';

/** Votes of every series that has any. Each visitor has one row in a series: the last answer. */
export async function countVotes(db: Kysely<Database>): Promise<Map<number, Votes>> {
  const { rows } = await sql<{ series: number; n: number; yes: number }>`
    SELECT series_id AS series,
      count(*)::integer AS n,
      count(*) FILTER (WHERE answer = 'yes')::integer AS yes
    FROM article_feedback
    GROUP BY series_id`.execute(db);
  return new Map(rows.map(({ series, n, yes }) => [series, { n, yes }]));
}
