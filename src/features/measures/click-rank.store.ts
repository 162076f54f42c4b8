import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

export interface ClickRank {
  /** Visits by the rank of the first result that was opened: 1, 2, 3, 4 to 10, later. */
  ranks: [number, number, number, number, number];
  first: Share;
  firstThree: Share;
}

/**
 * Click rank: at which place of the list stood the first result that a visit opened. Given as the
 * share that opened the first, and one of the first three, of the visits that opened any.
 */
export async function clickRank(db: Kysely<Database>, scope: Scope): Promise<ClickRank> {
  const { rows } = await sql<{ ranks: ClickRank['ranks'] }>`
    SELECT array[
      coalesce(sum(rank_1), 0), coalesce(sum(rank_2), 0), coalesce(sum(rank_3), 0),
      coalesce(sum(rank_4_to_10), 0), coalesce(sum(rank_later), 0)
    ]::integer[] AS ranks
    FROM site_days WHERE ${inDays(scope)}`.execute(db);
  const { ranks } = rows[0]!;
  const [one, two, three] = ranks;
  const all = ranks.reduce((sum, visits) => sum + visits, 0);
  return { ranks, first: shareOf(one, all), firstThree: shareOf(one + two + three, all) };
}
