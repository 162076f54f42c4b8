import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLibrary } from '#src/features/articles/library.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import { publishIndex } from '#src/features/search/publish-index.ts';
import { publishSections } from '#src/features/search/publish-sections.ts';
import { keepSearchPages } from '#src/features/search/search-pages.ts';

/** A content folder with its search index, in a folder of their own; `remove` takes it away. */
export interface SearchSite {
  /** Of the content. */
  contentDir: string;
  /** Where Pagefind puts its pieces together. */
  indexDir: string;
  /** What a site serves as `/pagefind`. */
  dir: string;
  /** Writes files of the content folder. */
  write(files: Record<string, string>): Promise<void>;
  /** Makes the index anew, as a build does. */
  index(): Promise<void>;
  remove(): Promise<void>;
}

/** @param files of the content folder, such as `articles/en/using/reset.md` */
export async function searchSite(files: Record<string, string>): Promise<SearchSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'search-'));
  const [contentDir, pagesDir, indexDir, dir] = ['content', 'pages', 'index', 'pagefind'].map(
    (name) => path.join(root, name),
  ) as [string, string, string, string];
  const write = async (some: Record<string, string>) => {
    for (const [name, text] of Object.entries(some)) {
      const file = path.join(contentDir, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  };
  const index = async () => {
    const content = await readContent(contentDir, { includeDrafts: false, now: new Date() });
    await keepSearchPages(await openLibrary(content), pagesDir, 'the same code');
    await buildSearchIndex(pagesDir, indexDir);
    await publishIndex(indexDir, dir);
    await publishSections(content, dir);
  };
  await write(files);
  await index();
  return { contentDir, indexDir, dir, write, index, remove: () => rm(root, { recursive: true }) };
}
