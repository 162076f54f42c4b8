import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { clickRank, type ClickRank } from '#src/features/measures/click-rank.store.ts';
import { searchMisses, type SearchMisses } from '#src/features/measures/search-misses.store.ts';
import { searchSuccess } from '#src/features/measures/search-success.store.ts';
import type { Share } from '#src/features/measures/share.ts';
import type { State } from './insight-state.ts';
import type { TableScope } from './insight-table.ts';
import { readReport } from './read-report.ts';
import { readTopics, type DecidedTopic } from './read-topics.ts';
import type { ChangeRow } from './searches.store.ts';

/** More are in the exported table. */
const CHANGES_SHOWN = 50;

export interface Searches {
  success: Share;
  misses: SearchMisses;
  rank: ClickRank;
  topics: DecidedTopic[];
  /** What people typed when they had found nothing to open. */
  changes: ChangeRow[];
}

/**
 * How searches did in a scope, and what was searched for in vain.
 * @param state of the topics to list; all when it is left out
 */
export async function readSearches(
  db: Kysely<Database>,
  scope: TableScope,
  state?: State,
): Promise<Searches> {
  const [success, misses, rank, topics, changes] = await Promise.all([
    searchSuccess(db, scope),
    searchMisses(db, scope),
    clickRank(db, scope),
    readTopics(db, scope, state),
    readReport(db, 'search-changes', scope),
  ]);
  return {
    success,
    misses,
    rank,
    topics,
    changes: changes.slice(0, CHANGES_SHOWN),
  };
}
