import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { readContent } from '#src/features/content/read-content.ts';
import { judgedQueries } from '#src/features/search/evaluate-search.ts';
import { publishSections } from '#src/features/search/publish-sections.ts';
import { readEnv } from '#src/server/env.ts';
import { publishedBuild } from '#src/server/published-build.ts';
import { chromiumOptions } from '#tests/support/browser.ts';
import { countingProxy } from './counting-proxy.ts';
import { instance, run, start, stop, type Instance } from './instance.ts';
import { makeArticles } from './make-articles.ts';
import { realWording } from './make-words.ts';
import { median, percentile, type Figure } from './measure.ts';
import type { SearchOptions } from './search.bench.ts';
import { firstResult, openBox, typeQueries } from './search-typing.ts';

const SMALL = 200;
const LARGE = 5_000;
const KILO = 1000;
/** Of the queries, one in so many is asked. */
const EACH = 3;
/** And one in so many typed letter by letter. */
const TYPED = EACH * 4;
const ROUNDS = 5;

type Say = (line: string) => void;

async function queriesIn(file?: string): Promise<string[]> {
  const known = path.resolve(file ?? path.join(import.meta.dirname, 'search-queries.json'));
  const all = judgedQueries.parse(JSON.parse(await readFile(known, 'utf8')));
  return all.map(({ query }) => query);
}

const every = <T>(all: T[], step: number): T[] => all.filter((_, at) => at % step === 0);

/** Kilobytes that a first search loads, with an empty cache, of each query that finds something. */
async function firstSearches(
  say: Say,
  browser: Browser,
  port: number,
  queries: string[],
): Promise<number[]> {
  const proxy = await countingProxy(port);
  const loaded: number[] = [];
  try {
    for (const query of queries) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${proxy.port}/`, { waitUntil: 'networkidle' });
      proxy.take();
      const input = await openBox(page);
      await input.fill(query);
      const found = await page
        .getByRole('option')
        .first()
        .waitFor({ timeout: 10_000 })
        .then(
          () => true,
          () => false,
        );
      await page.waitForLoadState('networkidle');
      const kilobytes = proxy.take() / KILO;
      say(`"${query}": ${found ? `${Math.round(kilobytes)} kB` : 'nothing found'}`);
      if (found) loaded.push(kilobytes);
      await context.close();
    }
  } finally {
    proxy.close();
  }
  return loaded;
}

/** Starts the product on a content folder, does something with it and takes it away. */
async function onSite<T>(
  contentDir: string | undefined,
  work: (site: Instance, browser: Browser) => Promise<T>,
): Promise<T> {
  const site = await instance(contentDir);
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const server = await start(site);
    try {
      return await work(site, browser);
    } finally {
      await stop(server);
    }
  } finally {
    await browser.close();
    await site.remove();
  }
}

async function withArticles<T>(
  count: number,
  work: (contentDir: string) => Promise<T>,
): Promise<T> {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'helpmark-articles-'));
  try {
    await makeArticles(contentDir, count, await realWording());
    return await work(contentDir);
  } finally {
    await rm(contentDir, { recursive: true, force: true });
  }
}

const weight = (what: string, loaded: number[], most?: number): Figure => ({
  what: `first search, ${what}`,
  value: median(loaded),
  unit: 'kB',
  ...(most === undefined ? {} : { bar: { most } }),
});

/** How soon results follow the keys, and the first of them over a slow line. */
async function answers(say: Say, { port }: Instance, browser: Browser): Promise<Figure[]> {
  const url = `http://127.0.0.1:${port}/`;
  const queries = every(await queriesIn(), TYPED);
  const waits = await typeQueries(browser, url, queries);
  say(`${waits.length} key presses changed the list`);
  const warm: number[] = [];
  const cold: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    warm.push(await firstResult(browser, url, { query: 'password', headStart: 300 }));
    cold.push(await firstResult(browser, url, { query: 'password', headStart: 0 }));
  }
  const ms = (what: string, value: number, most?: number): Figure => ({
    what,
    value,
    unit: 'ms',
    ...(most === undefined ? {} : { bar: { most } }),
  });
  return [
    ms('key press to results, slowed four times', median(waits), 50),
    ms('95 of 100 of them', percentile(waits, 0.95)),
    ms('first result at 1.6 Mbit/s, box used before', median(warm), 1500),
    ms('the same, typed at once', median(cold), 1500),
  ];
}

/** What the index of sections adds to a build from nothing. */
async function buildShare(say: Say, contentDir: string, count: number): Promise<Figure[]> {
  const site = await instance(contentDir);
  const copy = await mkdtemp(path.join(tmpdir(), 'helpmark-pagefind-'));
  try {
    const { seconds } = await run('src/cli/build.ts', site);
    const built = publishedBuild(readEnv(site.env))!;
    await cp(path.join(built, 'client', 'pagefind'), copy, { recursive: true });
    const content = await readContent(contentDir, { includeDrafts: false, now: new Date() });
    const began = performance.now();
    await publishSections(content, copy);
    const own = (performance.now() - began) / 1000;
    say(`${own.toFixed(1)} s of a build of ${seconds.toFixed(1)} s`);
    return [
      {
        what: `index of sections ÷ the rest of the build, ${count} articles`,
        value: own / (seconds - own),
        unit: '×',
        bar: { most: 0.3 },
      },
    ];
  } finally {
    await rm(copy, { recursive: true, force: true });
    await site.remove();
  }
}

/**
 * What the search costs its readers: bytes, and time after a key press; and what its index costs a
 * build. With a content folder of one's own, only the bytes there.
 */
export async function measureSearchLoad(say: Say, options: SearchOptions): Promise<Figure[]> {
  if (options.content !== undefined) {
    const own = await queriesIn(options.queries);
    return onSite(path.resolve(options.content), async ({ port }, browser) => [
      weight('this site', await firstSearches(say, browser, port, own)),
    ]);
  }
  const queries = every(await queriesIn(options.queries), EACH);
  const small = await withArticles(SMALL, async (contentDir) => [
    ...(await onSite(contentDir, async (site, browser) => [
      weight(`${SMALL} articles`, await firstSearches(say, browser, site.port, queries), 220),
      ...(await answers(say, site, browser)),
    ])),
    ...(await buildShare(say, contentDir, SMALL)),
  ]);
  const large = await withArticles(LARGE, async (contentDir) => {
    say(`building ${LARGE} articles …`);
    const loaded = await onSite(contentDir, ({ port }, browser) =>
      firstSearches(say, browser, port, queries),
    );
    return [
      weight(`${LARGE} articles`, loaded, 400),
      ...(await buildShare(say, contentDir, LARGE)),
    ];
  });
  return [...small, ...large];
}
