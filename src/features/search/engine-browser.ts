import { openEngine } from './engine.ts';
import type { Engine } from './query.ts';
import { unzipped } from './unzipped.ts';

/** Milliseconds after which an open page looks for a newer index; old ones are kept for a day. */
const FRESH_FOR = 12 * 60 * 60 * 1000;

/** What is used of Pagefind's script. */
interface Pagefind {
  search(query: string): Promise<{ results: { id: string }[] }>;
}

let loading: Promise<Engine> | undefined;
let loadedAt = 0;
let attempts = 0;

/**
 * The search with the index of the page's language, loaded at the first call only. After a failure
 * the next call tries again.
 */
export function loadEngine(): Promise<Engine> {
  if (performance.now() - loadedAt > FRESH_FOR) loading = undefined;
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const engine = await openEngine(document.documentElement.lang, read, pagesWith);
  loadedAt = performance.now();
  return engine;
}

async function read(name: string): Promise<Uint8Array> {
  const response = await fetch(`/pagefind/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return unzipped(new Uint8Array(await response.arrayBuffer()));
}

/** Pagefind itself is needed for stretches in quotation marks only, and loaded for the first. */
async function pagesWith(phrase: string): Promise<string[]> {
  // Browsers remember a module that failed to load by its address.
  const retry = attempts === 0 ? '' : `?attempt=${attempts}`;
  // Written by the search index's build, so the bundler must not look for it.
  const address = `/pagefind/pagefind.js${retry}`;
  try {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    const { results } = await pagefind.search(`"${phrase}"`);
    return results.map(({ id }) => id);
  } catch (error) {
    attempts += 1;
    throw error;
  }
}
