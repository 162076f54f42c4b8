import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Content } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { readContent, type ReadOptions } from '#src/features/content/read-content.ts';

export type Files = Record<string, string | Uint8Array>;

export const now = new Date('2026-11-20T12:00:00Z');

/** A content folder in a temporary place, removed after the test. */
export async function contentFolder(files: Files): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  return dir;
}

export async function read(files: Files, options: Partial<ReadOptions> = {}): Promise<Content> {
  return readContent(await contentFolder(files), { includeDrafts: false, now, ...options });
}

/** Every fault of a folder, as the check prints it. */
export async function faultsOf(files: Files, options?: Partial<ReadOptions>): Promise<string[]> {
  return (await read(files, options)).faults.map(formatFault);
}

/** An article whose body starts on line 5. */
export function article(body = 'Text.\n', fields = 'title: Title'): string {
  return `---\n${fields}\n---\n\n${body}`;
}

/** A folder with one article in en/using, and `more` beside it. */
export function oneArticle(body: string, more: Files = {}): Files {
  return { 'articles/en/using/search.md': article(body), ...more };
}

export const PLACE = 'articles/en/using/search.md';
