import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

/**
 * Self-service rate: of the visits with at least one read, those in which no escalation followed a
 * read within 24 hours.
 *
 *     self-service rate = visits with a read and without escalation in 24 h / visits with a read
 *
 * It does not say that the others were helped: whoever gave up in silence counts here as well.
 */
export async function selfServiceRate(db: Kysely<Database>, scope: Scope): Promise<Share> {
  const { rows } = await sql<{ reading: number; escalated: number }>`
    SELECT coalesce(sum(reading), 0)::integer AS reading,
      coalesce(sum(escalated), 0)::integer AS escalated
    FROM site_days WHERE ${inDays(scope)}`.execute(db);
  const { reading, escalated } = rows[0]!;
  return shareOf(reading - escalated, reading);
}

/** The same week by week, by Mondays (yyyy-mm-dd); weeks without a visit are left out. */
export async function selfServiceWeeks(
  db: Kysely<Database>,
  scope: Scope,
): Promise<{ week: string; rate: Share }[]> {
  const { rows } = await sql<{ week: string; reading: number; escalated: number }>`
    SELECT to_char(date_trunc('week', day), 'YYYY-MM-DD') AS week,
      sum(reading)::integer AS reading, sum(escalated)::integer AS escalated
    FROM site_days WHERE ${inDays(scope)}
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows.map(({ week, reading, escalated }) => ({
    week,
    rate: shareOf(reading - escalated, reading),
  }));
}
