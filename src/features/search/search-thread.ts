// Searches in a thread of its own: a heavy search then delays other searches only, and what
// Pagefind expects of a browser is put up here, away from the server's globals.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './engine.ts';
import type { ThreadAnswer, ThreadRequest, ThreadTask } from './engine-server.ts';
import { findArticles, tidyQuery, type Engine } from './query.ts';
import { scoreText } from './rank-texts.ts';
import { understandQuery, wantedWords } from './understand-query.ts';
import { unzipped } from './unzipped.ts';

interface Pagefind {
  createInstance(options: { basePath: string }): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: { id: string }[] }>;
  };
}

const BASE = '/pagefind/';
const { dir } = workerData as { dir: string };
const engines = new Map<string, Promise<Engine>>();

const read = async (name: string) => unzipped(new Uint8Array(await readFile(path.join(dir, name))));

globalThis.fetch = async (address) => {
  const { pathname } = new URL(String(address), 'http://index');
  return new Response(await readFile(path.join(dir, pathname.slice(BASE.length))));
};

/** @returns undefined for a language without a single article: Pagefind would take another's */
async function startPagefind(locale: string) {
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

function startEngine(locale: string): Promise<Engine> {
  let starting: ReturnType<typeof startPagefind> | undefined;
  return openEngine(locale, read, async (phrase) => {
    const found = await (await (starting ??= startPagefind(locale)))?.search(`"${phrase}"`);
    return found?.results.map(({ id }) => id) ?? [];
  });
}

async function answer(task: ThreadTask): Promise<unknown> {
  const { locale } = task;
  let starting = engines.get(locale);
  if (!starting) {
    engines.set(locale, (starting = startEngine(locale)));
    starting.catch(() => engines.delete(locale));
  }
  const engine = await starting;
  if (task.kind === 'articles') return findArticles(engine, task);
  const { articles } = engine;
  const understood = await understandQuery(tidyQuery(task.query), { ...articles, ...task });
  return task.kind === 'words'
    ? wantedWords(articles.index, understood)
    : task.texts.map((text) => scoreText(articles, understood, text));
}

// One after the other: Pagefind gives right answers to one caller at a time only.
let queue: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, task }: ThreadRequest) => {
  queue = queue.then(async () => {
    const reply: ThreadAnswer = await answer(task).then(
      (found) => ({ id, found }),
      (error: unknown) => ({ id, error: String(error) }),
    );
    parentPort?.postMessage(reply);
  });
});
