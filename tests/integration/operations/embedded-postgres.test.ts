import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '#src/server/database.ts';
import { createLog } from '#src/server/log.ts';
import { startPostgres } from '#src/server/postgres.ts';
import { isRunning } from '#src/server/processes.ts';
import { childrenOf, until } from '#tests/support/processes.ts';

const program = path.resolve('tests/support/postgres-host.ts');
let prepared: string;
let folder: string;
let dataDir: string;
let started: ChildProcess[];

beforeAll(async () => {
  prepared = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark-prepared-'));
  const postgres = await startPostgres(prepared, createLog('silent'));
  await postgres.stop();
});

afterAll(() => fs.rmSync(prepared, { recursive: true, force: true }));

beforeEach(() => {
  // mkdtemp makes a folder that only its owner may enter: as root, PostgreSQL's account may not.
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark post gres-'));
  dataDir = path.join(folder, 'data');
  // A copy belongs to whoever made it, also as root.
  fs.cpSync(prepared, dataDir, { recursive: true });
  started = [];
});

afterEach(async () => {
  const pid = postmaster();
  for (const host of started) host.kill('SIGKILL');
  await until('everything has ended', () => !pid || !isRunning(pid));
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs a host until it prints its address, or ends. */
async function run(): Promise<{
  host: ChildProcess;
  url: string;
  said: string;
  code: number | null;
}> {
  const host = spawn(process.execPath, [program, dataDir], { stdio: 'pipe' });
  started.push(host);
  let url = '';
  let said = '';
  host.stdout.on('data', (chunk: Buffer) => (url += chunk.toString()));
  host.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until('the host is up', () => url.includes('\n') || host.exitCode !== null, 60);
  return { host, url: url.trim(), said, code: host.exitCode };
}

function postmaster(): number | undefined {
  try {
    const text = fs.readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    return Number(text.split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function withDb<Result>(
  url: string,
  task: (db: ReturnType<typeof createDatabase>) => Promise<Result>,
): Promise<Result> {
  const db = createDatabase(url);
  try {
    return await task(db);
  } finally {
    await db.destroy();
  }
}

const write = (url: string, note: string) =>
  withDb(url, async (db) => {
    await sql`create table if not exists notes (note text)`.execute(db);
    await sql`insert into notes values (${note})`.execute(db);
  });

const read = (url: string) =>
  withDb(url, async (db) => {
    const { rows } = await sql<{ note: string }>`select note from notes`.execute(db);
    return rows.map(({ note }) => note);
  });

describe('killed', () => {
  it('takes PostgreSQL along, and the next start has all that was acknowledged', async () => {
    const { host, url } = await run();
    await write(url, 'before');
    const server = postmaster() as number;
    const [guard] = childrenOf(host.pid as number, 'helpmark-guard');

    host.kill('SIGKILL');
    await until('PostgreSQL has stopped', () => !isRunning(server), 5);
    await until('its guard has gone', () => !isRunning(guard as number), 5);

    const next = await run();
    expect(await read(next.url)).toEqual(['before']);
  });

  it('takes PostgreSQL along also after its guard was killed', async () => {
    const { host } = await run();
    const server = postmaster() as number;
    const [first] = childrenOf(host.pid as number, 'helpmark-guard');
    process.kill(first as number, 'SIGKILL');
    const second = () => childrenOf(host.pid as number, 'helpmark-guard');
    await until('another guard is posted', () => second().some((pid) => pid !== first));

    host.kill('SIGKILL');
    await until('PostgreSQL has stopped', () => !isRunning(server), 5);
  });

  it('together with its guard, leaves a server that the next start takes the place of', async () => {
    const { host, url } = await run();
    await write(url, 'before');
    const server = postmaster() as number;
    const [guard] = childrenOf(host.pid as number, 'helpmark-guard');
    host.kill('SIGSTOP');
    process.kill(guard as number, 'SIGKILL');
    host.kill('SIGKILL');
    await until('the host has gone', () => !isRunning(host.pid as number));
    expect(isRunning(server)).toBe(true);

    const next = await run();
    expect(isRunning(server)).toBe(false);
    expect(await read(next.url)).toEqual(['before']);
  });
});

describe('when PostgreSQL is killed', () => {
  it('starts it again at the same address, with all that was acknowledged', async () => {
    const { url } = await run();
    await write(url, 'before');
    process.kill(postmaster() as number, 'SIGKILL');
    await until('it answers again', () =>
      read(url).then(
        () => true,
        () => false,
      ),
    );
    expect(await read(url)).toEqual(['before']);
  });

  it('a pool that was open goes on with new connections', async () => {
    const { url } = await run();
    await write(url, 'before');
    await withDb(url, async (db) => {
      const ask = () => sql`select count(*) from notes`.execute(db);
      await Promise.all([ask(), ask(), ask()]);
      process.kill(postmaster() as number, 'SIGKILL');
      await until('it answers again', () =>
        ask().then(
          () => true,
          () => false,
        ),
      );
    });
  });
});

describe('told to stop', () => {
  it('stops PostgreSQL and ends well within seconds', async () => {
    const { host } = await run();
    const server = postmaster() as number;
    host.kill('SIGTERM');
    await until('it has ended', () => host.exitCode !== null, 8);
    expect(host.exitCode).toBe(0);
    expect(isRunning(server)).toBe(false);
    expect(fs.existsSync(path.join(dataDir, 'helpmark.pid'))).toBe(false);
  });
});

describe('a folder that is not as it should be', () => {
  it('is refused while another Helpmark works in it, by that one’s pid', async () => {
    const { host } = await run();
    const second = await run();
    expect(second.code).toBe(1);
    expect(second.said).toContain(`process ${host.pid}`);
    expect(second.said).toMatch(/^DATA_DIR: /);
  });

  it('is recovered when the pid of its dead server has gone to another process', async () => {
    const { host, url } = await run();
    await write(url, 'before');
    const file = path.join(dataDir, 'postgres', 'postmaster.pid');
    const left = fs.readFileSync(file, 'utf8');
    host.kill('SIGTERM');
    await until('it has ended', () => host.exitCode !== null);
    fs.writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
    const { uid, gid } = fs.statSync(path.dirname(file));
    fs.chownSync(file, uid, gid);

    const next = await run();
    expect(await read(next.url)).toEqual(['before']);
  });

  it('is refused when another version of PostgreSQL wrote it', async () => {
    const { host } = await run();
    host.kill('SIGTERM');
    await until('it has ended', () => host.exitCode !== null);
    fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    const next = await run();
    expect(next.code).toBe(1);
    expect(next.said).toMatch(/^DATA_DIR: expected data of PostgreSQL \d+, but .* 12/);
  });

  it('is made anew when a first start was killed half-way', async () => {
    fs.rmSync(dataDir, { recursive: true });
    fs.mkdirSync(path.join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const { code, url } = await run();
    expect(code).toBe(null);
    await write(url, 'new');
    expect(await read(url)).toEqual(['new']);
  });
});
