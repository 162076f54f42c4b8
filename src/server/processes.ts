import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** What the system tells of a running process. */
export interface ProcessFacts {
  parent: number;
  /** Name of its program, without the folder. */
  program: string;
  /** With the pid it names one process for good: a reused pid has another birth. */
  birth: string;
}

/** Tells two runs of a machine apart, where the system says it; births are counted from its start. */
function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

function fromProc(pid: number): ProcessFacts | undefined {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const close = stat.lastIndexOf(')');
  const [state, parent, ...rest] = stat.slice(close + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  return {
    parent: Number(parent),
    program: stat.slice(stat.indexOf('(') + 1, close),
    birth: `${bootId()} ${rest[17]}`,
  };
}

function fromPs(pid: number): ProcessFacts | undefined {
  const columns = ['-o', 'ppid=', '-o', 'lstart=', '-o', 'comm=', '-p', String(pid)];
  const line = execFileSync('ps', columns, { encoding: 'utf8', stdio: 'pipe' });
  const [, parent, birth = '', program = ''] = /^\s*(\d+)\s+(.{24})\s+(.*)$/.exec(line) ?? [];
  if (parent === undefined) return undefined;
  return { parent: Number(parent), program: program.slice(program.lastIndexOf('/') + 1), birth };
}

/** Facts of a process; undefined when it does not run. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    return fs.existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/** Whether a process runs, also one of another account. */
export function isRunning(pid: number): boolean {
  return processFacts(pid) !== undefined;
}
