import { isRunByNpm } from '#src/server/env.ts';
import { isRunning, processFacts } from '#src/server/processes.ts';

const shells = new Set(['sh', 'ash', 'bash', 'busybox', 'dash', 'ksh', 'zsh']);

/** The npm that runs this process, directly or by a shell between them. */
function npmAbove(): number {
  const above = processFacts(process.ppid);
  return above && shells.has(above.program) ? above.parent : process.ppid;
}

/** Ctrl-C arrives twice within moments, from the terminal and from npm; later it is impatience. */
const impatientAfter = 3000;

/**
 * Calls `stop` once when this process is asked to end: Ctrl-C, a supervisor's signal, a closed
 * terminal, or the death of the npm that runs it, which nobody could pass a signal on from.
 * Asked again some seconds later, it ends the process at once.
 */
export function onStop(stop: (reason: string) => void): void {
  let askedAt: number | undefined;
  const ask = (reason: string) => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      stop(reason);
    } else if (now - askedAt > impatientAfter) {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ask(signal));
  }
  if (!isRunByNpm) return;
  const parent = process.ppid;
  const npm = npmAbove();
  // Where the system shows us nobody else's processes there is nothing to watch.
  if (!isRunning(npm)) return;
  const watch = setInterval(() => {
    if (process.ppid === parent && isRunning(npm)) return;
    clearInterval(watch);
    ask('npm has ended');
  }, 500);
  watch.unref();
}
