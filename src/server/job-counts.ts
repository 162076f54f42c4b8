/** What became of a job: done, or failed and tried again later, or failed for good. */
export type JobEnd = 'done' | 'retried' | 'failed';

export interface JobCount {
  task: string;
  end: JobEnd;
  count: number;
}

const counts = new Map<string, JobCount>();

/** Counts a job that this process has worked on. */
export function countJob(task: string, end: JobEnd): void {
  const key = `${task} ${end}`;
  const known = counts.get(key);
  if (known) known.count += 1;
  else counts.set(key, { task, end, count: 1 });
}

/** Jobs that this process has worked on since it started. */
export const jobCounts = (): JobCount[] => [...counts.values()];
