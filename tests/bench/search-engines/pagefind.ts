import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { escapeHtml } from '#src/components/html.ts';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import type { ArticleDocument, Engine } from './engine.ts';

interface Pagefind {
  createInstance(options: { basePath: string }): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  };
}

const LISTED = 10;

const textOf = (document: ArticleDocument) =>
  [
    `<p>${escapeHtml(document.description)}</p>`,
    ...document.sections.map(({ id, title, text }) => {
      const heading = title === '' ? '' : `<h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>`;
      return `${heading}<p>${escapeHtml(text)}</p>`;
    }),
    `<p>${escapeHtml(document.labels)}</p>`,
  ].join('');

/** Pagefind as it comes: its index, in its order, read as a browser reads it. */
export async function openPagefind(documents: ArticleDocument[], locale: string): Promise<Engine> {
  const root = await mkdtemp(path.join(tmpdir(), 'pagefind-'));
  const [pagesDir, indexDir] = [path.join(root, 'pages'), path.join(root, 'index')];
  for (const document of documents) {
    const file = path.join(pagesDir, `${document.id}.html`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(
      file,
      `<html lang="${locale}"><body data-pagefind-body><h1>${escapeHtml(document.title)}</h1>${textOf(document)}</body></html>`,
    );
  }
  await buildSearchIndex(pagesDir, indexDir);
  const serve = sirv(indexDir);
  const server = http.createServer((request, response) => serve(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const code = pathToFileURL(path.join(indexDir, 'pagefind.js'));
  const { createInstance } = (await import(code.href)) as Pagefind;
  const index = createInstance({ basePath: `http://127.0.0.1:${port}/` });
  await index.init();
  return {
    async find(query) {
      const { results } = await index.search(query);
      const first = await Promise.all(results.slice(0, LISTED).map((result) => result.data()));
      return first.map(({ url }) => url.replace(/^\/|\.html$/g, ''));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(root, { recursive: true });
    },
  };
}
