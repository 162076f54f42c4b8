import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Jobs of one task that are in the queue. */
export interface QueuedJobs {
  task: string;
  waiting: number;
  running: number;
  /** That will not be tried any more. */
  failed: number;
  /** Seconds since the oldest that waits should have begun; 0 when none is late. */
  late: number;
}

export async function countQueuedJobs(db: Kysely<Database>): Promise<QueuedJobs[]> {
  const { rows } = await sql<QueuedJobs>`
    SELECT task_identifier AS task,
      (count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts))::integer AS waiting,
      (count(*) FILTER (WHERE locked_at IS NOT NULL))::integer AS running,
      (count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts))::integer AS failed,
      greatest(0, extract(epoch FROM now() - min(run_at)
        FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)))::float AS late
    FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY task_identifier`.execute(db);
  return rows.map((row) => ({ ...row, late: row.late ?? 0 }));
}

/** Mails that are not sent: those that wait, and those with an error or in doubt. */
export async function countUnsentMails(
  db: Kysely<Database>,
): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    SELECT (count(*) FILTER (WHERE error IS NULL))::integer AS waiting,
      (count(*) FILTER (WHERE error IS NOT NULL))::integer AS failed
    FROM mails WHERE sent_at IS NULL`.execute(db);
  return rows[0] ?? { waiting: 0, failed: 0 };
}

/** Events that all processes have written, as PostgreSQL's own statistics count them. */
export async function countWrittenEvents(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(sum(n_tup_ins), 0)::float AS count FROM pg_stat_user_tables
    WHERE relid IN (SELECT relid FROM pg_partition_tree('events') WHERE isleaf)`.execute(db);
  return rows[0]?.count ?? 0;
}
