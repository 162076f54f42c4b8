import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { TableScope } from './insight-table.ts';
import { KEPT_REPORTS } from './keep-reports.ts';
import { readKeptReport } from './read-kept-report.ts';

type Quick = 'search-changes' | 'new-misses';
type Rows<Name extends Quick> = Awaited<ReturnType<(typeof KEPT_REPORTS)[Name]>>;

/** A report as it is kept, or, before it was made for the first time, made of what there is. */
export async function readReport<Name extends Quick>(
  db: Kysely<Database>,
  name: Name,
  scope: TableScope,
): Promise<Rows<Name>> {
  const kept = await readKeptReport(db, name, scope.period, scope.locale);
  return (kept?.rows ?? (await KEPT_REPORTS[name](db, scope))) as Rows<Name>;
}
