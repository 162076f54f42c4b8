import fs from 'node:fs';
import { processFacts } from './processes.ts';

/** Somebody else holds the lock; `pid` is their process. */
export class LockedError extends Error {
  override name = 'LockedError';
  readonly pid: number;

  constructor(file: string, pid: number) {
    super(`${file} is held by process ${pid}`);
    this.pid = pid;
  }
}

function read(file: string): { text: string; pid: number; alive: boolean } | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const [pid = '', birth] = text.trimEnd().split('\n');
    const facts = processFacts(Number(pid));
    return { text, pid: Number(pid), alive: facts !== undefined && facts.birth === birth };
  } catch {
    return undefined;
  }
}

/** The process that holds the lock, if one that still runs does. */
export function lockHolder(file: string): number | undefined {
  const found = read(file);
  return found?.alive ? found.pid : undefined;
}

/**
 * Takes a lock for this process; a lock left behind by a dead process is taken over.
 * @returns releases the lock.
 * @throws LockedError when a live process holds it.
 */
export function takeLock(file: string): () => void {
  const mine = `${process.pid}\n${processFacts(process.pid)?.birth}\n`;
  // Written beside and linked into place, so that nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const found = read(file);
      if (found?.alive) throw new LockedError(file, found.pid);
      // Moved aside before it is deleted: of two processes that find the same dead lock only one
      // succeeds, and one that caught a fresh lock by mistake puts it back.
      const aside = `${draft}.stale`;
      fs.rmSync(aside, { force: true });
      try {
        fs.renameSync(file, aside);
      } catch {
        continue;
      }
      if (read(aside)?.alive) fs.linkSync(aside, file);
      fs.rmSync(aside, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return () => {
    if (read(file)?.text === mine) fs.rmSync(file, { force: true });
  };
}
