import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface KeptReport {
  madeAt: Date;
  report: unknown;
}

/** @returns undefined before it was made for the first time */
export async function findKeptReport(
  db: Kysely<Database>,
  name: string,
  period: string,
): Promise<KeptReport | undefined> {
  const { rows } = await sql<KeptReport>`
    SELECT made_at AS "madeAt", report FROM kept_reports
    WHERE name = ${name} AND period = ${period}`.execute(db);
  return rows[0];
}

/** Puts a report in the place of the one before. */
export async function keepReport(
  db: Kysely<Database>,
  { name, period, report }: { name: string; period: string; report: unknown },
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO kept_reports (name, period, made_at, report)
    VALUES (${name}, ${period}, ${now}, ${JSON.stringify(report)}::jsonb)
    ON CONFLICT (name, period) DO UPDATE SET
      made_at = excluded.made_at, report = excluded.report`.execute(db);
}
