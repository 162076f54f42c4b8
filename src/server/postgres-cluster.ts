import { execFile } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError } from './env.ts';
import { type Account, giveTo, standingIn } from './postgres-account.ts';
import type { Binaries } from './postgres-binaries.ts';

const execFileAsync = promisify(execFile);

/**
 * How to reach the embedded server. TCP on the loopback interface with a password rather than a
 * Unix socket: a socket's path may not exceed some 100 bytes and would have to lie where both
 * accounts can walk. The port is kept with the data, so that every restart is found at the same
 * address, and lies below the range that systems hand out for outgoing connections.
 */
export interface Connection {
  port: number;
  password: string;
}

const connectionFile = (dataDir: string) => path.join(dataDir, 'postgres.json');
export const clusterFolder = (dataDir: string) => path.join(dataDir, 'postgres');

/** The address of the embedded server, for whoever may read DATA_DIR; undefined before the first start. */
export function readConnection(dataDir: string): Connection | undefined {
  try {
    return JSON.parse(fs.readFileSync(connectionFile(dataDir), 'utf8')) as Connection;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps the address; the file is for the account of this process only. */
export function writeConnection(dataDir: string, connection: Connection): void {
  const file = connectionFile(dataDir);
  fs.writeFileSync(`${file}.new`, JSON.stringify(connection), { mode: 0o600, flush: true });
  fs.renameSync(`${file}.new`, file);
}

/** A port below every system's range for outgoing connections; the caller finds out if it is free. */
export const somePort = () => randomInt(20_000, 32_000);

/** As a PostgreSQL connection address. */
export function connectionUrl({ port, password }: Connection): string {
  return `postgres://helpmark:${password}@127.0.0.1:${port}/helpmark`;
}

const onlyWithPassword = `# Helpmark connects by TCP from this machine; nobody else does.
host all all 127.0.0.1/32 scram-sha-256
`;

/** Makes the cluster beside its final place and moves it there when it is whole. */
async function createCluster(
  dataDir: string,
  account: Account,
  binaries: Binaries,
): Promise<Connection> {
  const draft = `${clusterFolder(dataDir)}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  giveTo(account, draft);
  const { name, spawn } = standingIn(draft, account);
  const run = async (program: string, args: string[], input = '') => {
    const running = execFileAsync(program, args, spawn);
    running.child.stdin?.end(input);
    try {
      await running;
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      throw new Error(`PostgreSQL could not create its data in ${draft}:\n${stderr || message}`, {
        cause: error,
      });
    }
  };
  // The same order of text and the same messages on every machine, whatever locales it has.
  const language = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await run(binaries.initdb, [
    '-D',
    name,
    '-U',
    'helpmark',
    '-E',
    'UTF8',
    '-A',
    'trust',
    ...language,
  ]);
  const connection = { port: somePort(), password: randomBytes(24).toString('hex') };
  // Nobody listens in single-user mode, so "trust" is never seen by a network.
  await run(
    binaries.postgres,
    ['--single', '-D', name, 'postgres'],
    `ALTER ROLE helpmark PASSWORD '${connection.password}'\nCREATE DATABASE helpmark\n`,
  );
  fs.writeFileSync(path.join(draft, 'pg_hba.conf'), onlyWithPassword, { flush: true });
  writeConnection(dataDir, connection);
  fs.renameSync(draft, clusterFolder(dataDir));
  return connection;
}

/**
 * The cluster under DATA_DIR, created when there is none.
 * @throws ConfigurationError when it was written by another version of PostgreSQL or is incomplete.
 */
export async function prepareCluster(
  dataDir: string,
  account: Account,
  binaries: Binaries,
): Promise<{ connection: Connection; created: boolean }> {
  const folder = clusterFolder(dataDir);
  if (!fs.existsSync(folder)) {
    return { connection: await createCluster(dataDir, account, binaries), created: true };
  }
  const versionFile = path.join(folder, 'PG_VERSION');
  const version = fs.existsSync(versionFile) && fs.readFileSync(versionFile, 'utf8').trim();
  if (version !== binaries.major) {
    throw new ConfigurationError(
      `DATA_DIR: expected data of PostgreSQL ${binaries.major}, but ${folder} holds ` +
        `${version ? `data of PostgreSQL ${version}` : 'no whole database'}; ` +
        (version
          ? 'dump it with the version of Helpmark that wrote it, restore the dump into a new folder (npm run db)'
          : 'restore it from a backup, or choose another folder'),
    );
  }
  const connection = readConnection(dataDir);
  if (!connection) {
    throw new ConfigurationError(
      `DATA_DIR: expected the database's password in ${connectionFile(dataDir)}, but the file is missing; ` +
        'restore it from a backup',
    );
  }
  // A copy or a restored backup may be open to more than PostgreSQL accepts.
  fs.chmodSync(folder, 0o700);
  return { connection, created: false };
}
