import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period } from '#src/features/measures/scope.ts';
import type { KEPT_REPORTS, KeptReportName } from './keep-reports.ts';
import { findKeptReport } from './kept-reports.store.ts';

type Report<Name extends KeptReportName> = Awaited<ReturnType<(typeof KEPT_REPORTS)[Name]>>;

/**
 * A report that was made beforehand.
 * @param locale of the rows; all of them when it is left out
 * @returns undefined before the first events were counted
 */
export async function readKeptReport<Name extends KeptReportName>(
  db: Kysely<Database>,
  name: Name,
  period: Period,
  locale?: string,
): Promise<{ madeAt: Date; rows: Report<Name> } | undefined> {
  const kept = await findKeptReport(db, name, period);
  if (!kept) return undefined;
  const rows = kept.report as Report<Name>;
  const own = locale === undefined ? rows : rows.filter((row) => row.locale === locale);
  return { madeAt: kept.madeAt, rows: own as Report<Name> };
}
