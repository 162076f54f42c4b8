import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { daysOf, type Period, PERIODS } from '#src/features/measures/scope.ts';
import { gapsReport } from './gaps-report.ts';
import { findKeptReport, keepReport } from './kept-reports.store.ts';
import { searchesReport } from './searches-report.ts';

/** Reports that are made beforehand, since putting texts together by meaning takes its time. */
export const KEPT_REPORTS = { searches: searchesReport, gaps: gapsReport } as const;

export type KeptReportName = keyof typeof KEPT_REPORTS;

/** Seconds for which a report is good enough: of a long period, new events change little. */
const GOOD_FOR: Record<Period, number> = { week: 0, month: 0, quarter: 6 * 3600, year: 6 * 3600 };

/** Makes anew the reports that are kept and have grown old. */
export async function keepReports(db: Kysely<Database>, now: Date): Promise<void> {
  for (const period of Object.keys(PERIODS) as Period[]) {
    for (const [name, make] of Object.entries(KEPT_REPORTS)) {
      const kept = await findKeptReport(db, name, period);
      const age = kept ? (now.getTime() - kept.madeAt.getTime()) / 1000 : Infinity;
      if (age < GOOD_FOR[period]) continue;
      const report = await make(db, daysOf(period, now));
      await keepReport(db, { name, period, report }, now);
    }
  }
}
