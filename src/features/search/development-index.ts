import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { articleHtml, articlePage } from '#src/features/articles/article-page.ts';
import { indexMarks } from '#src/features/articles/index-marks.ts';
import { library, type Library } from '#src/features/articles/library.ts';
import { escapeHtml } from '#src/components/html.ts';
import { readEnv } from '#src/server/env.ts';

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
  try {
    const { index } = await createIndex();
    if (!index) throw new Error('Pagefind did not start');
    for (const locale of books.site.locales) {
      for (const listed of books.articles(locale)) {
        const { url, article, category } = articlePage(books, locale, listed);
        const attributes = Object.entries(indexMarks(article, category))
          .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
          .join('');
        const text = await articleHtml(books, locale, article).catch(() => '');
        const content = `<html lang="${locale}"><body><div${attributes}><h1>${escapeHtml(article.title)}</h1>${text}</div></body></html>`;
        if (attributes) await index.addHTMLFile({ url, content });
      }
    }
    const { files } = await index.getFiles();
    await rm(folder, { recursive: true, force: true });
    for (const { path: name, content } of files) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return folder;
  } finally {
    await close();
  }
}
