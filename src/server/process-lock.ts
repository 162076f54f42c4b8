import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** Somebody else holds the lock; `pid` is their process. */
export class LockedError extends Error {
  override name = 'LockedError';
  readonly pid: number;

  constructor(file: string, pid: number) {
    super(`${file} is held by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * When the process was born, as the system tells it; undefined when it does not run.
 * With the pid it names one process for good: a reused pid has another birth.
 */
export function processBirth(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    if (state === 'Z' || state === 'X') return undefined;
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    if (fs.existsSync('/proc/self/stat')) return undefined;
  }
  try {
    const born = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return born.trim() || undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): { text: string; pid: number; alive: boolean } | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const [pid = '', birth = ''] = text.trimEnd().split('\n');
    return { text, pid: Number(pid), alive: processBirth(Number(pid)) === birth };
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
  const mine = `${process.pid}\n${processBirth(process.pid)}\n`;
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
