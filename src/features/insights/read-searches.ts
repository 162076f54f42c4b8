import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { clickRank, type ClickRank } from '#src/features/measures/click-rank.store.ts';
import { searchMisses, type SearchMisses } from '#src/features/measures/search-misses.store.ts';
import { searchSuccess } from '#src/features/measures/search-success.store.ts';
import type { Share } from '#src/features/measures/share.ts';
import { decidedSearches, type Decided } from './decided-searches.ts';
import type { State } from './insight-state.ts';
import type { TableScope } from './insight-table.ts';
import { readKeptReport } from './read-kept-report.ts';
import { readReport } from './read-report.ts';
import type { MissedTopic } from './searches-report.ts';
import type { ChangeRow } from './searches.store.ts';

/** More are in the exported table. */
const CHANGES_SHOWN = 50;

/** Missed queries of one meaning, with what was decided about them. */
export interface DecidedTopic extends MissedTopic, Decided {}

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
  const [success, misses, rank, report, changes] = await Promise.all([
    searchSuccess(db, scope),
    searchMisses(db, scope),
    clickRank(db, scope),
    readKeptReport(db, 'searches', scope.period, scope.locale),
    readReport(db, 'search-changes', scope),
  ]);
  const topics = await decidedSearches(
    db,
    (report?.rows ?? []).map((topic) => ({ ...topic, searches: topic.queries })),
  );
  return {
    success,
    misses,
    rank,
    topics: topics.filter(({ decided }) => state === undefined || decided.state === state),
    changes: changes.slice(0, CHANGES_SHOWN),
  };
}
