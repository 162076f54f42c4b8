import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';

/** Names the Pagefind that filled the folder; absent while it is being filled. */
const COMPLETE = 'complete';

/**
 * Indexes search pages, one index a language.
 * @param pagesDir where `keepSearchPages` has put them
 * @param indexDir keeps the pieces of the index from build to build: most of the time goes into
 *   compressing them, and after a small edit nearly all are as they were
 * @returns how many pages there are
 * @throws when Pagefind cannot read the pages or write the index
 */
export async function buildSearchIndex(pagesDir: string, indexDir: string): Promise<number> {
  const marker = path.join(indexDir, COMPLETE);
  // Pagefind leaves a file alone whose name is there, so none may be half written or of old make.
  const filledBy = await readFile(marker, 'utf8').catch(() => undefined);
  await rm(filledBy ? marker : indexDir, { recursive: true, force: true });
  await mkdir(indexDir, { recursive: true });

  let pages = await runPagefind(pagesDir, indexDir);
  const { version } = JSON.parse(
    await readFile(path.join(indexDir, 'pagefind-entry.json'), 'utf8'),
  ) as { version: string };
  if (filledBy && filledBy !== version) {
    await rm(indexDir, { recursive: true });
    pages = await runPagefind(pagesDir, indexDir);
  }
  await writeFile(marker, version);
  return pages;
}

async function runPagefind(pagesDir: string, outputPath: string): Promise<number> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: pagesDir });
    if (added.errors.length > 0) throw new Error(`indexing failed: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) {
      throw new Error(`no index written: ${written.errors.join('; ')}`);
    }
    return added.page_count;
  } finally {
    await close();
  }
}
