import { execFile, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * The day (yyyy-mm-dd) on which each of `files` last changed: its last commit, or the file's own
 * time where git does not know it. A shallow clone does not know when its oldest commit's files
 * really changed, so there the file's own time stands too.
 * @param files paths relative to `dir`
 */
export async function lastChanges(dir: string, files: string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const days = (await isFullClone(dir)) ? await commitDays(dir, new Set(files)) : new Map();
  const rest = files.filter((file) => !days.has(file));
  for (const file of rest) {
    const { mtime } = await stat(path.join(dir, file));
    days.set(file, mtime.toISOString().slice(0, 10));
  }
  return days;
}

async function isFullClone(dir: string): Promise<boolean> {
  const ask = promisify(execFile);
  const answer = await ask('git', ['-C', dir, 'rev-parse', '--is-shallow-repository']).catch(
    () => undefined,
  );
  return answer?.stdout.trim() === 'false';
}

const COMMIT = '\u0001';

/** One pass over the history, newest first, that ends as soon as every file was met. */
async function commitDays(dir: string, wanted: Set<string>): Promise<Map<string, string>> {
  const days = new Map<string, string>();
  const format = ['--format=%x01%cs', '--name-only', '--no-renames', '--no-show-signature', '-z'];
  const git = spawn('git', ['-C', dir, 'log', ...format, '--relative', '--', '.'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  git.on('error', () => {});
  let day = '';
  let rest = '';
  for await (const chunk of git.stdout.setEncoding('utf8')) {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const name = part.replace(/^\n/, '');
      if (name.startsWith(COMMIT)) day = name.slice(1, 11);
      else if (wanted.has(name) && !days.has(name)) days.set(name, day);
    }
    if (days.size === wanted.size) {
      git.kill();
      break;
    }
  }
  return days;
}
