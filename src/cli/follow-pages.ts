import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks; a page seen in both is written to its end. */
const LOOK_EVERY = 1000;

/** The files in a folder and below, as paths with `/`, in order; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

/**
 * Follows the rendering of pages, which keeps one core busy, so that another can go on with those
 * that are complete. Each is told once; the last ones never, which are still in doubt at the end.
 * @returns ends it
 */
export function followPages(folder: string, onPages: (names: string[]) => void): () => void {
  const ended = new AbortController();
  async function follow(): Promise<void> {
    const told = new Set<string>();
    for (let seen = new Set<string>(); !ended.signal.aborted;) {
      const pages = filesBelow(folder).filter((name) => name.endsWith('.html'));
      const complete = pages.filter((name) => seen.has(name) && !told.has(name));
      for (const name of complete) told.add(name);
      if (complete.length > 0) onPages(complete);
      seen = new Set(pages);
      await sleep(LOOK_EVERY, undefined, { signal: ended.signal, ref: false }).catch(() => {});
    }
  }
  // A folder that goes while it is read ends the following; whoever follows asks for all at the end.
  follow().catch(() => {});
  return () => ended.abort();
}
