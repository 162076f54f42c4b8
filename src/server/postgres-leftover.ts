import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, processFacts } from './processes.ts';

/** The process that works on this cluster according to its pid file. */
function postmasterPid(cluster: string): number | undefined {
  try {
    const [pid] = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid) || undefined;
  } catch {
    return undefined;
  }
}

/** True once the server has written into its pid file that it accepts connections. */
export function isAccepting(cluster: string, pid: number): boolean {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** False for a process that merely got the pid of a dead server. */
function isPostmasterOf(cluster: string, pid: number): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    // Not Linux, or the process of another account.
  }
  return processFacts(pid)?.program.startsWith('postgres') ?? false;
}

/**
 * Stops a server that outlived the Helpmark which started it, and clears away the pid file of one
 * that did not end by itself. The caller holds the lock on DATA_DIR.
 */
export async function clearLeftover(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (!pid) return;
  if (isRunning(pid) && isPostmasterOf(cluster, pid)) {
    await stopPostmaster(pid);
  } else if (isRunning(pid)) {
    // PostgreSQL itself would take the stranger for a server and refuse to start.
    fs.rmSync(path.join(cluster, 'postmaster.pid'));
  }
}

/** Asks a server to stop, ever less politely; resolves when it is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  // Fast: sessions are cut off and everything is written out. Immediate: the next start recovers
  // from the log. Killed: the same.
  for (const [signal, patience] of [
    ['SIGINT', 8000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 3000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patience; waited += 20) {
      if (!isRunning(pid)) return;
      await sleep(20);
    }
  }
}
