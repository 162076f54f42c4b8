import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

/** An instance of the product with folders of its own. */
export interface Instance {
  env: NodeJS.ProcessEnv;
  port: number;
  dataDir: string;
  remove(): Promise<void>;
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Settings for an instance that shares nothing with others but the code. */
export async function instance(contentDir?: string): Promise<Instance> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'helpmark-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(contentDir ? { CONTENT_DIR: contentDir } : {}),
  };
  const { readEnv } = await import('#src/server/env.ts');
  const { CACHE_DIR, INSTANCE } = readEnv(env);
  return {
    env,
    port,
    dataDir,
    async remove() {
      const builds = path.join(root, 'dist');
      const shelf = path.join(builds, '.builds');
      const old = await readdir(shelf).catch(() => [] as string[]);
      const mine = old.filter((name) => name.startsWith(`${INSTANCE}.`));
      for (const folder of [
        dataDir,
        CACHE_DIR,
        path.join(builds, INSTANCE),
        ...mine.map((name) => path.join(shelf, name)),
      ]) {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function treeOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(
    children.trim().split(' ').filter(Boolean).map(Number).map(treeOf),
  );
  return [pid, ...below.flat()];
}

/** Megabytes that a process holds. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Runs a script of the product to its end. @returns seconds, and the peak of its tree's memory in MB */
export async function run(
  script: string,
  { env }: Instance,
  args: string[] = [],
): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes = 0;
  const timer = setInterval(async () => {
    const tree = await treeOf(child.pid ?? 0);
    const sizes = await Promise.all(tree.map(memoryOf));
    megabytes = Math.max(
      megabytes,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  }, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

/** What `npm start` runs, so that the server has the memory that it has there. */
const startArguments: string[] = createRequire(import.meta.url)('../../package.json')
  .scripts.start.split(' ')
  .slice(1);

/** Starts the product and waits until it is ready. */
export async function start({ env }: Instance): Promise<ChildProcess> {
  const child = spawn(process.execPath, startArguments, {
    env,
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready /m.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return child;
}

/** Ends a process and waits for it. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
