import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from './env.ts';

/** Who PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
  /** True when that is not the account of this process, which then is root. */
  other: boolean;
}

function lookUp(name: string): Account | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g'), other: true };
  } catch {
    return undefined;
  }
}

/**
 * Chooses the account for the cluster in `folder`, which need not exist yet. PostgreSQL refuses to
 * run as root, so root hands it to the owner of the data, else to `postgres`, else to `nobody`.
 * @throws ConfigurationError when the data belongs to somebody this process cannot become.
 */
export function accountFor(folder: string): Account {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  const owner = fs.statSync(folder, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner && owner.uid !== uid) {
      throw new ConfigurationError(
        `DATA_DIR: expected a folder of the account that starts Helpmark, but ${folder} belongs to ` +
          `another account (number ${owner.uid}); start as that account or as root, or choose another folder`,
      );
    }
    return { uid, gid, other: false };
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, other: true };
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account) {
    throw new ConfigurationError(
      'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor ' +
        '"nobody"; start Helpmark as an ordinary user, or set DATABASE_URL',
    );
  }
  // A copy or a restored backup made by root: give it to the account.
  if (owner) giveTo(account, folder);
  return account;
}

/** Hands a folder and all that is in it to the account. */
export function giveTo(account: Account, folder: string): void {
  if (!account.other) return;
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(folder, entry), account.uid, account.gid);
  }
  fs.lchownSync(folder, account.uid, account.gid);
}

/**
 * How to start a program of the account in a folder that it may own without being allowed to walk
 * there (a clone in root's home): the folder becomes the working directory while the process is
 * still root, and the program calls it `/proc/self/cwd`, which the kernel follows without looking
 * at the folders above.
 */
export function standingIn(folder: string, account: Account) {
  const blind = account.other && fs.existsSync('/proc/self/cwd');
  return {
    name: blind ? '/proc/self/cwd' : folder,
    spawn: {
      cwd: folder,
      // Nothing of ours leaks in: neither PG* variables nor secrets.
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(account.other && { uid: account.uid, gid: account.gid }),
    },
  };
}
