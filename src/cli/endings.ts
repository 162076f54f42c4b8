import type { Log } from '#src/server/log.ts';
import { progress } from './progress.ts';
import { onStop } from './stop-signals.ts';

/** What a long-running command has to undo before it ends. */
export interface Endings {
  /** Whether the end has begun: nothing more should be started. */
  readonly begun: boolean;
  add(ending: () => Promise<void>): void;
  /** Undoes everything, the latest first. */
  run(): Promise<void>;
}

/** Collects what is to be undone, and undoes it when the process is asked to stop; it then ends with 0. */
export function collectEndings(log: Log): Endings {
  const waiting: (() => Promise<void>)[] = [];
  const endings = {
    begun: false,
    add(ending: () => Promise<void>) {
      waiting.push(ending);
    },
    async run() {
      endings.begun = true;
      for (let ending = waiting.pop(); ending; ending = waiting.pop()) {
        await ending().catch((error: unknown) => log.error({ err: error }, 'while stopping'));
      }
    },
  };
  onStop((reason) => {
    progress.say(`Stopping (${reason}) …`);
    void endings.run().then(() => process.exit(0));
  });
  // Whoever read our output may be gone; that is no reason to stop working.
  process.stdout.on('error', () => {});
  return endings;
}
