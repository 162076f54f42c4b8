import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { daysOf, type Period, PERIODS, type Scope } from '#src/features/measures/scope.ts';
import { listArticleFigures } from './article-figures.store.ts';
import { listArticleWays } from './article-ways.ts';
import { gapsReport } from './gaps-report.ts';
import { firstCountedDay } from './counted-at.store.ts';
import { findKeptReport, keepReport } from './kept-reports.store.ts';
import { listNewMisses } from './new-misses.store.ts';
import { searchesReport } from './searches-report.ts';
import { listSearchChanges } from './searches.store.ts';

/** More are never shown. */
const CHANGES_KEPT = 2000;
const MISSES_KEPT = 200;

/** Reports that are made beforehand, since putting texts together by meaning takes its time. */
export const KEPT_REPORTS = {
  searches: searchesReport,
  'search-changes': (db: Kysely<Database>, scope: Scope) =>
    listSearchChanges(db, scope, CHANGES_KEPT),
  'new-misses': (db: Kysely<Database>, scope: Scope) => listNewMisses(db, scope, MISSES_KEPT),
  gaps: gapsReport,
  'article-figures': listArticleFigures,
  'article-ways': listArticleWays,
} as const;

export type KeptReportName = keyof typeof KEPT_REPORTS;

const DAY = 86_400_000;

/** The same of a site with events of the whole period: new ones change little of a long one. */
const GOOD_FOR: Record<Period, number> = {
  week: 0,
  month: 3600,
  quarter: 6 * 3600,
  year: 12 * 3600,
};

/**
 * Seconds for which a report is good enough. While a site is young, its longest period holds no more
 * than its shortest, and is good for as short a time.
 * @param days for which events have been counted
 */
export const goodFor = (period: Period, days: number): number =>
  GOOD_FOR[period] * Math.min(1, days / PERIODS[period]);

/** Makes anew the reports that are kept and have grown old. */
export async function keepReports(db: Kysely<Database>, now: Date): Promise<void> {
  const first = await firstCountedDay(db);
  const days = first ? (now.getTime() - first.getTime()) / DAY : 0;
  for (const period of Object.keys(PERIODS) as Period[]) {
    for (const [name, make] of Object.entries(KEPT_REPORTS)) {
      const kept = await findKeptReport(db, name, period);
      const age = kept ? (now.getTime() - kept.madeAt.getTime()) / 1000 : Infinity;
      if (age < goodFor(period, days)) continue;
      const report = await make(db, daysOf(period, now));
      await keepReport(db, { name, period, report }, now);
    }
  }
}
