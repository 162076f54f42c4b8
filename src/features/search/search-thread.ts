// Runs the browser's Pagefind in a thread of its own: a heavy search then delays other searches
// only, and what Pagefind expects of a browser is put up here, away from the server's globals.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { findArticles, type Engine } from './query.ts';
import type { ThreadAnswer, ThreadRequest } from './engine-server.ts';

interface Pagefind {
  createInstance(options: { basePath: string }): Engine & { init(): Promise<void> };
}

const BASE = '/pagefind/';
const { dir } = workerData as { dir: string };
const engines = new Map<string, Promise<Engine | undefined>>();

globalThis.fetch = async (address) => {
  const { pathname } = new URL(String(address), 'http://index');
  return new Response(await readFile(path.join(dir, pathname.slice(BASE.length))));
};

/** @returns undefined for a language without a single article: Pagefind would take another's */
async function startEngine(locale: string): Promise<Engine | undefined> {
  const { languages } = JSON.parse(
    await readFile(path.join(dir, 'pagefind-entry.json'), 'utf8'),
  ) as { languages: Record<string, unknown> };
  const language = [locale.toLowerCase(), locale.split('-')[0] ?? ''].find(
    (one) => one in languages,
  );
  if (language === undefined) return undefined;

  // Pagefind keeps one WebAssembly a module, and each language has its own: hence a module each.
  const module = pathToFileURL(path.join(dir, 'pagefind.js'));
  module.searchParams.set('language', language);
  const pagefind = (await import(module.href)) as Pagefind;
  const scope = globalThis as { document?: unknown };
  scope.document = { querySelector: () => ({ getAttribute: () => language }) };
  const engine = pagefind.createInstance({ basePath: BASE });
  delete scope.document;
  await engine.init();
  return engine;
}

async function answer({ locale, ...request }: ThreadRequest['search']) {
  let starting = engines.get(locale);
  if (!starting) {
    starting = startEngine(locale);
    engines.set(locale, starting);
    starting.catch(() => engines.delete(locale));
  }
  return findArticles((await starting) ?? NOTHING, request);
}

const NOTHING: Engine = {
  search: () => Promise.resolve({ results: [], totalFilters: {} }),
  filters: () => Promise.resolve({}),
};

// One after the other, since an engine shares its fragments between searches.
let queue: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, search }: ThreadRequest) => {
  queue = queue.then(async () => {
    const reply: ThreadAnswer = await answer(search).then(
      (found) => ({ id, found }),
      (error: unknown) => ({ id, error: String(error) }),
    );
    parentPort?.postMessage(reply);
  });
});
