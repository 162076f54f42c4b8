import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

export interface ChannelClicks {
  /** Its label in site.yml, or the address of the status page. */
  channel: string;
  visits: number;
}

/** Visits that turned to another way of reaching people than a form, by the way. */
export async function listChannelClicks(
  db: Kysely<Database>,
  scope: Scope,
): Promise<ChannelClicks[]> {
  const { rows } = await sql<ChannelClicks>`
    SELECT channel, sum(visits)::integer AS visits FROM channel_days
    WHERE ${inDays(scope)} GROUP BY channel ORDER BY sum(visits) DESC, channel`.execute(db);
  return rows;
}
