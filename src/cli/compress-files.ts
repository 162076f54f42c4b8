import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Tinypool from 'tinypool';
import { readFileIndex, type StaticFile } from '#src/server/file-index.ts';
import type { CompressThreadData } from './compress-thread.ts';
import { filesBelow } from './follow-pages.ts';

/** Files that a thread gets at once. */
const BATCH = 50;

/** Compresses the files of a site that is being built. */
export interface Compressor {
  /** Compresses files while others are still made. @param names paths below the client folder */
  add(names: string[]): void;
  /**
   * Compresses what is left, once all files are made.
   * @returns all files, for the server's index
   */
  finish(): Promise<StaticFile[]>;
  /** Ends its threads, done or not. */
  stop(): Promise<void>;
}

/**
 * Puts a brotli and a gzip copy beside every file of a build that gains by it.
 * @param before folder of an earlier build: its copies of unchanged files are used again
 */
export async function startCompressing(buildDir: string, before?: string): Promise<Compressor> {
  const clientDir = path.join(buildDir, 'client');
  const earlier = before ? await readFileIndex(before).catch(() => []) : [];
  const workerData: CompressThreadData = {
    clientDir,
    earlierDir: before && path.join(before, 'client'),
    earlierFiles: new Map(earlier.map((file) => [file.name, file])),
  };
  const pool = new Tinypool({
    filename: new URL('./compress-thread.ts', import.meta.url).href,
    workerData,
    minThreads: 1,
    maxThreads: os.availableParallelism(),
  });
  /** What is compressed, and when that began. */
  const done = new Map<string, { file: StaticFile; at: number }>();
  let early: Promise<void> = Promise.resolve();

  async function compress(names: string[]): Promise<void> {
    const at = Date.now();
    for (const file of (await pool.run(names)) as StaticFile[]) done.set(file.name, { file, at });
  }

  return {
    add(names) {
      // One batch after the other, on one thread: the other core is the renderer's.
      for (const batch of batches(names)) early = early.then(() => compress(batch));
      // Said by `finish`, which waits for it.
      early.catch(() => {});
    },
    async finish() {
      await early;
      const isCopy = (name: string) => /\.(br|gz)$/.test(name) && done.has(name.slice(0, -3));
      const names = filesBelow(clientDir).filter((name) => !isCopy(name));
      const left = names.filter((name) => {
        const { at = 0 } = done.get(name) ?? {};
        return fs.statSync(path.join(clientDir, name)).mtimeMs >= at;
      });
      await Promise.all(batches(left).map(compress));
      return names.flatMap((name) => done.get(name)?.file ?? []);
    },
    stop: () => pool.destroy(),
  };
}

function batches(names: string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
    names.slice(index * BATCH, (index + 1) * BATCH),
  );
}
