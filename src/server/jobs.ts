import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCrontab, run, runMigrations, type TaskList } from 'graphile-worker';
import { createPool } from './database.ts';
import { countJob } from './job-counts.ts';
import type { Log } from './log.ts';

const CONCURRENCY = 4;
/** Milliseconds before another beginning, after the runner has given up. */
const PAUSE = 2000;
/** Milliseconds that jobs under way have when we stop. */
const PATIENCE = 6000;

/** Brings the tables of jobs to the newest form; they have a schema of their own, `graphile_worker`. */
export async function prepareJobs(url: string): Promise<void> {
  const pgPool = createPool(url, { connections: 1, statementTimeout: 0 });
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}

/** What the runner tells of every job is for debugging; what goes wrong is not. */
const loggerFor = (log: Log) =>
  new Logger(({ taskIdentifier: task, jobId }) => (level, message) => {
    const tell = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;
    log[tell[level]]({ task, jobId }, message);
  });

/**
 * Works on queued jobs until it is stopped. A database that goes away meanwhile stops nothing: the
 * runner begins anew until it is back.
 * @param tasks what to do for a job, by the task's name; one that throws is tried again later
 * @param crontab jobs that come by the clock, one a line, in UTC; of several processes one gets each
 * @returns stops after the jobs under way, which have some seconds
 */
export function startJobs(
  url: string,
  tasks: TaskList,
  log: Log,
  crontab: string,
): () => Promise<void> {
  const stopping = new AbortController();
  const pgPool = createPool(url, { connections: CONCURRENCY + 2 });

  async function runOnce(): Promise<void> {
    const runner = await run({
      pgPool,
      taskList: tasks,
      concurrency: CONCURRENCY,
      // Signals belong to the command, which stops everything in its order.
      noHandleSignals: true,
      parsedCronItems: parseCrontab(crontab),
      logger: loggerFor(log),
    });
    runner.events.on('job:success', ({ job }) => countJob(job.task_identifier, 'done'));
    runner.events.on('job:error', ({ job }) => {
      countJob(job.task_identifier, job.attempts < job.max_attempts ? 'retried' : 'failed');
    });
    const stop = () => void runner.stop().catch(() => {});
    stopping.signal.addEventListener('abort', stop);
    if (stopping.signal.aborted) stop();
    await runner.promise.finally(() => stopping.signal.removeEventListener('abort', stop));
  }

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await runOnce().catch((error: unknown) => log.error({ err: error }, 'jobs have stopped'));
      await sleep(PAUSE, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const ended = keepRunning();
  return async () => {
    stopping.abort();
    await Promise.race([
      ended.then(() => pgPool.end()),
      sleep(PATIENCE, undefined, { ref: false }),
    ]);
  };
}
