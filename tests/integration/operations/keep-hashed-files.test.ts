import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keepHashedFiles } from '#src/cli/keep-hashed-files.ts';
import { type StaticFile, writeFileIndex } from '#src/server/file-index.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true })));

async function build(files: Record<string, Partial<StaticFile>>): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark-kept-'));
  folders.push(folder);
  for (const name of Object.keys(files)) {
    const file = path.join(folder, 'client', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, name);
  }
  const index = Object.entries(files).map(([name, more]) => ({ name, hash: '', size: 1, ...more }));
  await writeFileIndex(folder, index);
  return folder;
}

const now = new Date('2026-11-21T12:00:00Z');
const names = (files: StaticFile[]) => files.map(({ name }) => name);

test('pieces of the search index outlive the build that made them by a day', async () => {
  const before = await build({ 'pagefind/index/en_1.pf_index': {}, 'articles/a/b.html': {} });
  const after = await build({});
  const kept = await keepHashedFiles(after, before, [], now);
  expect(kept).toMatchObject([
    { name: 'pagefind/index/en_1.pf_index', keptSince: now.toISOString() },
  ]);
  expect(fs.existsSync(path.join(after, 'client/pagefind/index/en_1.pf_index'))).toBe(true);
  expect(fs.existsSync(path.join(after, 'client/articles/a/b.html'))).toBe(false);
});

test('over several builds the day counts from the first that did without a file', async () => {
  const recent = { keptSince: '2026-11-20T12:30:00.000Z' };
  const before = await build({
    '_astro/recent.1.js': recent,
    '_astro/old.1.js': { keptSince: '2026-11-20T11:30:00.000Z' },
  });
  const kept = await keepHashedFiles(await build({}), before, [], now);
  expect(kept).toMatchObject([{ name: '_astro/recent.1.js', ...recent }]);
});

test('what the build has made itself is left alone', async () => {
  const before = await build({ 'files/a.1.webp': {} });
  const own = [{ name: 'files/a.1.webp', hash: 'x', size: 1 }];
  expect(names(await keepHashedFiles(await build({}), before, own, now))).toEqual([]);
});
