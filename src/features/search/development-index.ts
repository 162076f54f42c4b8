import path from 'node:path';
import { library, type Library } from '#src/features/articles/library.ts';
import { readEnv } from '#src/server/env.ts';
import { buildSearchIndex } from './build-index.ts';
import { publishIndex } from './publish-index.ts';
import { publishSections } from './publish-sections.ts';
import { keepSearchPages } from './search-pages.ts';

/** The index of a library: kept until the content changes, and made when somebody searches. */
const indexes = new WeakMap<Library, Promise<string>>();
let queue: Promise<unknown> = Promise.resolve();

/** @returns the folder of an index of the articles as they are now */
export async function developmentIndex(): Promise<string> {
  const books = await library();
  let index = indexes.get(books);
  if (!index) {
    // Pagefind's process is one for all, and an old index must not overwrite a new one.
    queue = index = queue.catch(() => undefined).then(() => writeIndex(books));
    indexes.set(books, index);
    index.catch(() => indexes.delete(books));
  }
  return index;
}

async function writeIndex(books: Library): Promise<string> {
  const folder = path.join(readEnv().CACHE_DIR, 'development-search');
  const [pages, draft, published] = ['pages', 'draft', 'index'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  // Code is watched by nobody here: the next start renders all texts again.
  await keepSearchPages(books, pages, String(process.pid));
  await buildSearchIndex(pages, draft);
  await publishIndex(draft, published);
  await publishSections(books.content, published);
  return published;
}
