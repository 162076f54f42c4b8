import type { Engine } from './query.ts';

/** Milliseconds after which an open page looks for a newer index; old ones are kept for a day. */
const FRESH_FOR = 12 * 60 * 60 * 1000;

let loading: Promise<Engine> | undefined;
let loadedAt = 0;
let attempts = 0;

/**
 * Pagefind with the index of the page's language, loaded at the first call only. After a failure
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
  // Browsers remember a module that failed to load by its address.
  const retry = attempts++ === 0 ? '' : `?attempt=${attempts}`;
  // Written by the search index's build, so the bundler must not look for it.
  const address = `/pagefind/pagefind.js${retry}`;
  const engine = (await import(/* @vite-ignore */ address)) as Engine;
  await engine.filters();
  loadedAt = performance.now();
  return engine;
}
