import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

interface JobOptions {
  /** Of jobs with one key that wait, only the last is kept. */
  key?: string;
  runAt?: Date;
}

/**
 * Queues a job. In a transaction it belongs to it: what is rolled back is not done.
 * @param task a name of the list in `src/cli/run-jobs.ts`
 * @param payload as JSON takes it
 */
export async function addJob(
  db: Kysely<Database>,
  task: string,
  payload: unknown,
  { key, runAt }: JobOptions = {},
): Promise<void> {
  await sql`
    SELECT graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text
    )`.execute(db);
}
