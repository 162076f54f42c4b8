import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { decidedSearches, type Decided } from './decided-searches.ts';
import type { State } from './insight-state.ts';
import type { TableScope } from './insight-table.ts';
import { readKeptReport } from './read-kept-report.ts';
import type { MissedTopic } from './searches-report.ts';

/** Missed queries of one meaning, with what was decided about them. */
export interface DecidedTopic extends MissedTopic, Decided {}

/**
 * What was searched for in vain, what most missed first.
 * @param state of those to list; all when it is left out
 */
export async function readTopics(
  db: Kysely<Database>,
  { period, locale }: TableScope,
  state?: State,
): Promise<DecidedTopic[]> {
  const report = await readKeptReport(db, 'searches', period, locale);
  const topics = await decidedSearches(
    db,
    (report?.rows ?? []).map((topic) => ({ ...topic, searches: topic.queries })),
  );
  return topics.filter(({ decided }) => state === undefined || decided.state === state);
}
