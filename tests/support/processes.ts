import { execFileSync } from 'node:child_process';
import { processBirth } from '#src/server/process-lock.ts';

export const isRunning = (pid: number) => processBirth(pid) !== undefined;

/** Pids of a process's children whose command contains `word`. */
export function childrenOf(pid: number, word: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/s.exec(line) ?? [])
    .filter(([, , parent, command]) => Number(parent) === pid && command?.includes(word))
    .map(([, child]) => Number(child));
}

/** Waits until something holds; fails after some seconds with what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 15,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
