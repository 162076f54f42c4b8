import type { Engine } from './query.ts';

let loading: Promise<Engine> | undefined;
let attempts = 0;

/**
 * Pagefind with the index of the page's language, loaded at the first call only. After a failure
 * the next call tries again.
 */
export function loadEngine(): Promise<Engine> {
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
  return engine;
}
