import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { until } from './processes.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** A site of a few articles in folders of its own, started by the product's own command. */
export interface RunningSite {
  url: string;
  dataDir: string;
  contentDir: string;
  process: ChildProcess;
  /** All that it has printed. */
  said(): string;
}

/** A site that can be started, again and again on the same data. */
export interface TestSite {
  dataDir: string;
  contentDir: string;
  write(article: string, text: string): void;
  /** Resolves when it is ready or has ended. */
  start(env?: Record<string, string>): Promise<RunningSite>;
  /** Ends what still runs, and removes every trace. */
  remove(): Promise<void>;
}

/** Lays out a content folder and a place for data. */
export async function testSite(articles: Record<string, string>): Promise<TestSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark site-'));
  const dataDir = path.join(folder, 'data');
  const contentDir = path.join(folder, 'content');
  // The same in every start: another port would be another configuration.
  const port = await freePort();
  const started: ChildProcess[] = [];

  function write(article: string, text: string): void {
    const file = path.join(contentDir, 'articles', `${article}.md`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  for (const [article, text] of Object.entries(articles)) write(article, text);

  return {
    dataDir,
    contentDir,
    write,
    async start(env = {}) {
      const child = spawn(process.execPath, [path.join(root, 'src', 'cli', 'start.ts')], {
        cwd: root,
        stdio: 'pipe',
        env: {
          PATH: process.env['PATH'],
          PORT: String(port),
          DATA_DIR: dataDir,
          CONTENT_DIR: contentDir,
          ...env,
        },
      });
      started.push(child);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await until('it is ready', () => /^ready /m.test(said) || child.exitCode !== null, 180);
      const [, url = ''] = /^ready (\S+)$/m.exec(said) ?? [];
      return { url, dataDir, contentDir, process: child, said: () => said };
    },
    async remove() {
      for (const child of started) child.kill('SIGTERM');
      await until('it has ended', () =>
        started.every((one) => one.exitCode !== null || one.signalCode !== null),
      );
      const { readEnv } = await import('#src/server/env.ts');
      const { BUILD_DIR, CACHE_DIR, INSTANCE } = readEnv({
        DATA_DIR: dataDir,
        CONTENT_DIR: contentDir,
      });
      const builds = path.join(path.dirname(BUILD_DIR), '.builds');
      for (const name of fs.readdirSync(builds)) {
        if (name.startsWith(`${INSTANCE}.`)) {
          fs.rmSync(path.join(builds, name), { recursive: true, force: true });
        }
      }
      for (const place of [BUILD_DIR, CACHE_DIR, folder]) {
        fs.rmSync(place, { recursive: true, force: true });
      }
    },
  };
}
