import fs from 'node:fs';
import { processFacts } from '#src/server/processes.ts';

/** Pids of a process's children whose command line contains `word`. */
export function childrenOf(pid: number, word: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => processFacts(one)?.parent === pid)
    .filter((one) => fs.readFileSync(`/proc/${one}/cmdline`, 'utf8').includes(word));
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
