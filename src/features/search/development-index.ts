import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { articleHtml, articlePage, type ArticlePage } from '#src/features/articles/article-page.ts';
import { indexMarks } from '#src/features/articles/index-marks.ts';
import { library, type Library } from '#src/features/articles/library.ts';
import { escapeHtml } from '#src/components/html.ts';
import { readEnv } from '#src/server/env.ts';
import { publishIndex } from './publish-index.ts';

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
  const draft = path.join(folder, 'draft');
  const published = path.join(folder, 'index');
  try {
    const { index } = await createIndex();
    if (!index) throw new Error('Pagefind did not start');
    for (const locale of books.site.locales) {
      for (const listed of books.articles(locale)) {
        if (listed.article.unlisted) continue;
        const page = articlePage(books, locale, listed);
        await index.addHTMLFile({ url: page.url, content: await pageToIndex(books, page) });
      }
    }
    const { errors } = await index.writeFiles({ outputPath: draft });
    if (errors.length > 0) throw new Error(errors.join('; '));
    await publishIndex(draft, published);
    return published;
  } finally {
    await close();
  }
}

/** HTML of texts, rendered once: one edit changes one of them, and languages share fallbacks. */
const rendered = new Map<string, string>();

async function pageToIndex(books: Library, page: ArticlePage): Promise<string> {
  const { locale, article, category } = page;
  const key = `${article.file} ${article.revision}`;
  let html = rendered.get(key);
  if (html === undefined) {
    // A fault is shown on the article's own page; search does without that article's text.
    html = await articleHtml(books, article.locale, article).catch(() => '');
    rendered.set(key, html);
  }
  const marks = Object.entries(indexMarks(article, category))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return `<html lang="${locale}"><body><div${marks}><h1>${escapeHtml(article.title)}</h1>${html}</div></body></html>`;
}
