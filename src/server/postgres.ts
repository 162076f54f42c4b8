import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from './env.ts';
import type { Log } from './log.ts';
import { accountFor, standingIn } from './postgres-account.ts';
import { findBinaries } from './postgres-binaries.ts';
import {
  clusterFolder,
  connectionUrl,
  prepareCluster,
  somePort,
  writeConnection,
} from './postgres-cluster.ts';
import { postGuard } from './postgres-guard.ts';
import { clearLeftover, isAccepting, stopPostmaster } from './postgres-leftover.ts';
import { lockHolder, LockedError, takeLock } from './process-lock.ts';

/** A PostgreSQL that lives and dies with this process. */
export interface EmbeddedPostgres {
  url: string;
  /** True when this start made the database. */
  created: boolean;
  stop(): Promise<void>;
}

/** Small, since it shares the machine with the site; durable, since feedback is acknowledged. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // A dead client's session ends within a minute, so that it cannot hold locks.
  tcp_keepalives_idle: '30',
  idle_in_transaction_session_timeout: '60s',
};

const startTimeout = 60_000;
const lockFile = (dataDir: string) => path.join(dataDir, 'helpmark.pid');

/** The Helpmark that runs the embedded database of this folder now, if one does. */
export const postgresOwner = (dataDir: string) => lockHolder(lockFile(dataDir));

/** Opens the server's own log; an overlong one is put aside first. */
function openServerLog(dataDir: string): { file: string; fd: number } {
  const file = path.join(dataDir, 'postgres.log');
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) fs.renameSync(file, `${file}.1`);
  return { file, fd: fs.openSync(file, 'a', 0o600) };
}

function lockDataDir(dataDir: string): () => void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return takeLock(lockFile(dataDir));
  } catch (error) {
    if (error instanceof LockedError) {
      throw new ConfigurationError(
        `DATA_DIR: expected a folder that no other Helpmark uses, but process ${error.pid} works in ${dataDir}; ` +
          'stop it, or choose another folder',
      );
    }
    throw new ConfigurationError(
      `DATA_DIR: expected a folder that can be written to, but ${(error as Error).message}`,
    );
  }
}

/**
 * Starts PostgreSQL on the data under `dataDir` and keeps it running: should it die, it is started
 * again at the same address, at first at once and after repeated failures every 30 seconds.
 * @throws ConfigurationError when the folder or the machine does not allow it.
 */
export async function startPostgres(dataDir: string, log: Log): Promise<EmbeddedPostgres> {
  const unlock = lockDataDir(dataDir);
  try {
    return await supervise(dataDir, log, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function supervise(dataDir: string, log: Log, unlock: () => void): Promise<EmbeddedPostgres> {
  const cluster = clusterFolder(dataDir);
  const account = accountFor(cluster);
  const binaries = await findBinaries(account);
  await clearLeftover(cluster);
  const { connection, created } = await prepareCluster(dataDir, account, binaries);
  const guard = postGuard(cluster);
  let server: ChildProcess | undefined;
  let stopping = false;

  /** Resolves when the server accepts connections; fails with the end of its log. */
  async function launch(): Promise<void> {
    const serverLog = openServerLog(dataDir);
    const before = fs.statSync(serverLog.file).size;
    const { name, spawn: options } = standingIn(cluster, account);
    const chosen = Object.entries({ ...settings, port: String(connection.port) });
    const child = spawn(
      binaries.postgres,
      ['-D', name, ...chosen.flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      // A session of its own: Ctrl-C in the terminal is for us, and we stop the server in order.
      { ...options, detached: true, stdio: ['ignore', serverLog.fd, serverLog.fd] },
    );
    fs.closeSync(serverLog.fd);
    child.on('error', (error) => log.error({ err: error }, 'PostgreSQL could not be run'));
    const pid = child.pid;
    if (pid) guard.watch(pid);
    for (let waited = 0; waited < startTimeout; waited += 20) {
      if (!pid || child.exitCode !== null || child.signalCode !== null) break;
      if (isAccepting(cluster, pid)) {
        server = child;
        child.on('exit', onExit);
        return;
      }
      await sleep(20);
    }
    if (pid && child.exitCode === null) await stopPostmaster(pid);
    const said = fs.readFileSync(serverLog.file).subarray(before).toString().trim();
    throw new Error(`PostgreSQL did not start:\n${said}`);
  }

  /** Also moves to another port when the own one has been taken. */
  async function launchSomewhere(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await launch();
      } catch (error) {
        const taken = /could not bind IPv4 address|Address already in use/.test(String(error));
        if (!taken || attempt === 10) throw error;
        connection.port = somePort();
        writeConnection(dataDir, connection);
      }
    }
  }

  function onExit(code: number | null, signal: NodeJS.Signals | null): void {
    server = undefined;
    if (stopping) return;
    log.error({ code, signal }, 'PostgreSQL stopped unexpectedly; starting it again');
    void recover();
  }

  async function recover(): Promise<void> {
    for (let pause = 250; !stopping; pause = Math.min(pause * 2, 30_000)) {
      try {
        // The same port, or the pool would look for it in vain.
        await launch();
        log.info({ port: connection.port }, 'PostgreSQL runs again');
        return;
      } catch (error) {
        log.error({ err: error, nextTryInMs: pause }, 'PostgreSQL could not be started again');
        await sleep(pause, undefined, { ref: false });
      }
    }
  }

  try {
    await launchSomewhere();
  } catch (error) {
    guard.release();
    throw error;
  }
  return {
    url: connectionUrl(connection),
    created,
    async stop() {
      stopping = true;
      if (server?.pid) await stopPostmaster(server.pid);
      guard.release();
      unlock();
    },
  };
}
