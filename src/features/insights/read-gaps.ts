import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { decidedSearches, type Decided } from './decided-searches.ts';
import type { Gap } from './gaps-report.ts';
import type { State } from './insight-state.ts';
import type { TableScope } from './insight-table.ts';
import { readKeptReport } from './read-kept-report.ts';

/** A gap with what was decided about its searches. */
export interface DecidedGap extends Gap, Decided {}

/**
 * Candidates for articles, those that most people miss first.
 * @param state of those to list; all when it is left out
 */
export async function readGaps(
  db: Kysely<Database>,
  { period, locale }: TableScope,
  state?: State,
): Promise<DecidedGap[]> {
  const report = await readKeptReport(db, 'gaps', period, locale);
  const gaps = await decidedSearches(db, report?.rows ?? []);
  return gaps.filter(({ decided }) => state === undefined || decided.state === state);
}
