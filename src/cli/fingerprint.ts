import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Env } from '#src/server/env.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const code = ['src', 'public', 'astro.config.ts', 'package-lock.json', 'tsconfig.json'];

async function listFiles(place: string): Promise<string[]> {
  const stat = await fs.stat(place).catch(() => undefined);
  if (!stat) return [];
  if (stat.isFile()) return [place];
  const entries = await fs.readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function digest(base: string, places: string[]): Promise<string> {
  const files = (
    await Promise.all(places.map((place) => listFiles(path.join(base, place))))
  ).flat();
  const hash = createHash('sha256');
  for (let at = 0; at < files.length; at += 64) {
    const batch = files.slice(at, at + 64);
    const contents = await Promise.all(batch.map((file) => fs.readFile(file)));
    batch.forEach((file, index) => {
      const bytes = contents[index] as Buffer;
      hash.update(`${path.relative(base, file)}\0${bytes.length}\0`).update(bytes);
    });
  }
  return hash.digest('hex');
}

/** Names the code that builds are made with. */
export async function codeMark(): Promise<string> {
  return `${await digest(root, code)} ${process.version}`;
}

/** Articles without a date of their own take the day of their last commit. */
async function lastCommit(contentDir: string): Promise<string> {
  try {
    const args = ['log', '-1', '--format=%H', '--', '.'];
    return (await promisify(execFile)('git', args, { cwd: contentDir })).stdout.trim();
  } catch {
    return '';
  }
}

/**
 * Names the content, the code and the configuration that a build is made of. What time brings is
 * left out, articles that become due and readers' favourites: those are the running server's to
 * follow, and no start waits for them.
 */
export async function fingerprint(env: Pick<Env, 'CONTENT_DIR' | 'SITE_URL'>): Promise<string> {
  const parts = await Promise.all([
    digest(env.CONTENT_DIR, ['.']),
    codeMark(),
    lastCommit(env.CONTENT_DIR),
  ]);
  const all = [...parts, env.SITE_URL, env.CONTENT_DIR];
  return createHash('sha256').update(all.join('\n')).digest('hex');
}
