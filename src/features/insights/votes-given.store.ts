import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Votes } from '#src/features/measures/helpfulness.ts';
import { duringDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** Votes on all articles that were last given in a scope's days. */
export async function sumVotes(db: Kysely<Database>, scope: Scope): Promise<Votes> {
  const { rows } = await sql<Votes>`
    SELECT count(*)::integer AS n, count(*) FILTER (WHERE answer = 'yes')::integer AS yes
    FROM article_feedback WHERE ${duringDays('updated_at', scope)}
      ${scope.locale === undefined ? sql`` : sql`AND locale = ${scope.locale}`}`.execute(db);
  return rows[0]!;
}

/** Votes of some series that were given before a day. */
export async function countVotesBefore(
  db: Kysely<Database>,
  day: string,
  series: number[],
): Promise<Map<number, Votes>> {
  const { rows } = await sql<Votes & { series: number }>`
    SELECT series_id AS series, count(*)::integer AS n,
      count(*) FILTER (WHERE answer = 'yes')::integer AS yes
    FROM article_feedback
    WHERE series_id = ANY (${series}) AND updated_at < ${day}::date::timestamp AT TIME ZONE 'UTC'
    GROUP BY series_id`.execute(db);
  return new Map(rows.map(({ series, n, yes }) => [series, { n, yes }]));
}
