import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FileChange } from '#src/features/insights/changed-articles.ts';
import { CommandError } from './run-command.ts';

const run = promisify(execFile);

/** What a diff of thousands of files takes. */
const MOST_BYTES = 64 * 2 ** 20;

/** @returns what git printed; undefined when it failed */
async function git(dir: string, args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', dir, ...args], { maxBuffer: MOST_BYTES });
    return stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
    throw new CommandError('git is not installed, or not in PATH.');
  }
}

const SHALLOW = `This clone is shallow: it does not hold the commit at which the branch began. Fetch the rest with
git fetch --unshallow, or in a pipeline check out with the whole history (GitHub: fetch-depth: 0;
GitLab: GIT_DEPTH: 0).`;

/**
 * The files below a folder that differ from where the branch left `base`, committed or not; renames
 * as git sees them.
 * @param base a branch, tag or commit
 * @throws CommandError where that cannot be known
 */
export async function gitChanges(dir: string, base: string): Promise<FileChange[]> {
  const shallow = await git(dir, ['rev-parse', '--is-shallow-repository']);
  if (shallow === undefined) throw new CommandError(`${dir} is in no git repository.`);
  const isShallow = shallow.trim() === 'true';
  const commit = await git(dir, ['rev-parse', '--verify', '--end-of-options', `${base}^{commit}`]);
  if (commit === undefined) {
    const hint = isShallow ? SHALLOW : 'Fetch it first, as with git fetch origin.';
    throw new CommandError(`git knows no "${base}" here. ${hint}`);
  }
  const from = await git(dir, ['merge-base', commit.trim(), 'HEAD']);
  if (from === undefined) {
    const why = isShallow ? SHALLOW : 'The two have no commit in common.';
    throw new CommandError(`The branch and "${base}" cannot be compared. ${why}`);
  }
  const options = ['--name-status', '-z', '-M', '-l0', '--relative', '--no-ext-diff'];
  const diff = await git(dir, ['diff', ...options, from.trim(), '--', '.']);
  if (diff === undefined) throw new CommandError(`git could not compare with "${base}".`);
  return changesIn(diff);
}

/** Reads `status NUL path NUL`, for renames and copies with both paths. */
function changesIn(diff: string): FileChange[] {
  const parts = diff.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [kind] = parts[at]!;
    const path = parts[at + 1]!;
    if (kind === 'R') changes.push({ before: path, after: parts[(at += 1) + 1]! });
    else if (kind === 'C') changes.push({ after: parts[(at += 1) + 1]! });
    else if (kind === 'A') changes.push({ after: path });
    else if (kind === 'D') changes.push({ before: path });
    else changes.push({ before: path, after: path });
  }
  return changes;
}
