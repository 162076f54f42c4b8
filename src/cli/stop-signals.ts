import { isRunByNpm } from '#src/server/env.ts';

/**
 * Calls `stop` once when this process is asked to end: Ctrl-C, a supervisor's signal, a closed
 * terminal, or the death of the npm that runs it, which nobody could pass a signal on from.
 * A second request ends the process at once.
 */
export function onStop(stop: (reason: string) => void): void {
  let asked = false;
  const ask = (reason: string) => {
    if (asked) process.exit(1);
    asked = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ask(signal));
  }
  const parent = process.ppid;
  if (!isRunByNpm) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask('npm ended');
  }, 500);
  watch.unref();
}
