import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { readEnv } from '#src/server/env.ts';
import { fileStore, type FileStore } from '#src/server/file-store.ts';

/** A store of files in a folder of a test file's own, which lists what is in it. */
export function fileFolder(): FileStore & { list(): string[] } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark files-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const uploads = path.join(folder, 'uploads');
  return {
    ...fileStore(readEnv({ DATA_DIR: folder })),
    list: () => (fs.existsSync(uploads) ? fs.readdirSync(uploads).sort() : []),
  };
}
