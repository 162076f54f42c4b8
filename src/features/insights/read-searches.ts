import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { clickRank, type ClickRank } from '#src/features/measures/click-rank.store.ts';
import { searchMisses, type SearchMisses } from '#src/features/measures/search-misses.store.ts';
import { searchSuccess } from '#src/features/measures/search-success.store.ts';
import type { Share } from '#src/features/measures/share.ts';
import type { TableScope } from './insight-table.ts';
import { readKeptReport } from './read-kept-report.ts';
import type { MissedTopic } from './searches-report.ts';

export interface Searches {
  success: Share;
  misses: SearchMisses;
  rank: ClickRank;
  topics: MissedTopic[];
}

/** How searches did in a scope, and what was searched for in vain. */
export async function readSearches(db: Kysely<Database>, scope: TableScope): Promise<Searches> {
  const [success, misses, rank, report] = await Promise.all([
    searchSuccess(db, scope),
    searchMisses(db, scope),
    clickRank(db, scope),
    readKeptReport(db, 'searches', scope.period, scope.locale),
  ]);
  return { success, misses, rank, topics: report?.rows ?? [] };
}
