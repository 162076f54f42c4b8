import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { readFileIndex, type StaticFile } from '#src/server/file-index.ts';
import { shareFile } from './keep-hashed-files.ts';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

const text = /\.(html|css|m?js|svg|xml|txt|json|md|webmanifest|ics|csv)$/;
const page = /\.(html|md)$/;
/** Below this, headers weigh more than what is saved. */
const smallest = 200;

/** The compressed bytes, in the order br, gzip; undefined where compression does not pay. */
async function compress(name: string, bytes: Buffer) {
  if (!text.test(name) || bytes.length < smallest) return [undefined, undefined];
  const packed = await Promise.all([
    brotli(bytes, {
      params: {
        // Assets are few and part of every visit. Of pages there may be thousands: 9 in a window
        // of 64 kB takes 1.4 ms for 27 kB, where 11 takes twenty times that for a tenth less, and
        // where 9 in a larger window spends 20 ms on clearing its tables.
        [BROTLI_PARAM_QUALITY]: page.test(name) ? 9 : 11,
        [BROTLI_PARAM_LGWIN]: page.test(name) ? 16 : 20,
        [BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gzip(bytes, { level: 6 }),
  ]);
  return packed.map((one) => (one.length < bytes.length * 0.95 ? one : undefined));
}

async function walk(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/**
 * Puts a brotli and a gzip copy beside every file of a build that gains by it.
 * @param before folder of an earlier build: its copies of unchanged files are used again
 * @returns all files, for the server's index
 */
export async function compressFiles(buildDir: string, before?: string): Promise<StaticFile[]> {
  const clientDir = path.join(buildDir, 'client');
  const earlier = new Map<string, StaticFile>();
  for (const file of before ? await readFileIndex(before).catch(() => []) : []) {
    earlier.set(file.name, file);
  }

  async function one(name: string): Promise<StaticFile> {
    const file = path.join(clientDir, name);
    const bytes = await fs.readFile(file);
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    const known = earlier.get(name);
    if (before && known?.hash === hash) {
      const old = path.join(before, 'client', name);
      try {
        if (known.br) await shareFile(`${old}.br`, `${file}.br`);
        if (known.gzip) await shareFile(`${old}.gz`, `${file}.gz`);
        return known;
      } catch {
        // The earlier build is no longer whole.
      }
    }
    const [br, gz] = await compress(name, bytes);
    if (br) await fs.writeFile(`${file}.br`, br);
    if (gz) await fs.writeFile(`${file}.gz`, gz);
    return {
      name,
      hash,
      size: bytes.length,
      ...(br && { br: br.length }),
      ...(gz && { gzip: gz.length }),
    };
  }

  const names = await walk(clientDir);
  const files: StaticFile[] = new Array(names.length);
  let next = 0;
  // zlib works on threads of its own; a few files at a time keep them busy.
  const worker = async () => {
    for (let at = next++; at < names.length; at = next++)
      files[at] = await one(names[at] as string);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() * 2 }, worker));
  return files;
}
