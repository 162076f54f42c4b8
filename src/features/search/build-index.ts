import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { publishIndex } from './publish-index.ts';

/** Names the Pagefind that filled the cache; absent while it is being filled. */
const COMPLETE = 'complete';

/**
 * Indexes the articles of a built site into `<clientDir>/pagefind`, one index a language.
 * @param cacheDir keeps the pieces of the index from build to build: most of the time goes into
 *   compressing them, and after a small edit nearly all are as they were
 * @throws when Pagefind cannot read the site or write the index
 */
export async function buildSearchIndex(
  clientDir: string,
  onProgress: (line: string) => void = () => undefined,
  cacheDir = path.join(clientDir, '..', 'search-index'),
): Promise<void> {
  const started = performance.now();
  const pages = await indexSite(clientDir, cacheDir);
  await publishIndex(cacheDir, path.join(clientDir, 'pagefind'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  onProgress(`search index: ${pages} pages in ${seconds} s`);
}

/** Pagefind leaves a file alone whose name is there, so none may be half written or of old make. */
async function indexSite(clientDir: string, cacheDir: string): Promise<number> {
  const marker = path.join(cacheDir, COMPLETE);
  const filledBy = await readFile(marker, 'utf8').catch(() => undefined);
  await rm(filledBy ? marker : cacheDir, { recursive: true, force: true });
  await mkdir(cacheDir, { recursive: true });

  let pages = await runPagefind(clientDir, cacheDir);
  const { version } = JSON.parse(
    await readFile(path.join(cacheDir, 'pagefind-entry.json'), 'utf8'),
  ) as { version: string };
  if (filledBy && filledBy !== version) {
    await rm(cacheDir, { recursive: true });
    pages = await runPagefind(clientDir, cacheDir);
  }
  await writeFile(marker, version);
  return pages;
}

async function runPagefind(clientDir: string, outputPath: string): Promise<number> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    // Only articles can be found; the glob spares Pagefind the reading of all other pages.
    const added = await index.addDirectory({
      path: clientDir,
      glob: '{articles,*/articles}/**/*.html',
    });
    if (added.errors.length > 0) throw new Error(`indexing failed: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0)
      throw new Error(`no index written: ${written.errors.join('; ')}`);
    return added.page_count;
  } finally {
    await close();
  }
}
