import { sql, type Kysely, type Transaction } from 'kysely';
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

/**
 * Queues a job that may be done twice, and that the next process takes over when the one that works
 * on it is killed: its key is its payload.
 */
export async function addRepeatableJob(
  db: Kysely<Database>,
  task: string,
  payload: unknown,
): Promise<void> {
  await addJob(db, task, payload, { key: JSON.stringify(payload) });
}

/**
 * Takes the repeatable jobs of a task out of the queue that this very transaction has put there.
 * @returns their payloads
 */
export async function takeBackJobs(trx: Transaction<Database>, task: string): Promise<unknown[]> {
  const { rows } = await sql<{ id: string; key: string }>`
    SELECT id, key FROM graphile_worker.jobs
    WHERE task_identifier = ${task} AND created_at = now() ORDER BY id`.execute(trx);
  const ids = rows.map(({ id }) => id);
  await sql`SELECT graphile_worker.complete_jobs(${ids}::bigint[])`.execute(trx);
  return rows.map(({ key }) => JSON.parse(key) as unknown);
}

/**
 * Queues repeatable jobs anew that were taken by a process, which may have died; the queue itself
 * would wait four hours for it. Where it lives, the job is done twice.
 */
export async function repeatTakenJobs(db: Kysely<Database>, tasks: string[]): Promise<void> {
  await sql`
    SELECT graphile_worker.add_job(task_identifier, key::json, job_key => key)
    FROM graphile_worker.jobs
    WHERE locked_at IS NOT NULL AND task_identifier = ANY(${tasks})
      AND key LIKE '{%'`.execute(db);
}
