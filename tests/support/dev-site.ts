import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { until } from './processes.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** What a writer has running while they write. */
export interface DevSite {
  url: string;
  stop(): Promise<void>;
}

/**
 * Does what `npm run dev` does, for other articles and another database than those of the checkout.
 * @param settings CONTENT_DIR, DATA_DIR and DATABASE_URL at least
 * @throws Error with all that it printed, when it does not come up
 */
export async function startDev(settings: Record<string, string>): Promise<DevSite> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/dev.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), HOST: 'localhost', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const isUp = () => /^ready /m.test(said);
  async function stop(): Promise<void> {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await until('it is ready', () => isUp() || child.exitCode !== null, 90).catch(() => {});
  if (isUp()) return { url: `http://localhost:${port}`, stop };
  await stop();
  throw new Error(`npm run dev did not come up:\n${said}`);
}
