import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { chromiumOptions } from '#tests/support/browser.ts';
import { countingProxy } from './counting-proxy.ts';
import { instance, start, stop } from './instance.ts';
import { makeArticles } from './make-articles.ts';
import { median, type Figure } from './measure.ts';

const ARTICLES = 200;
const QUERIES = [
  'reset',
  'invite team',
  'refund order',
  'print history',
  'password',
  'video upload',
];
const KILO = 1000;

async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const external: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') external.push(response.body());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const inline = await page.evaluate(() =>
    [...document.scripts]
      .filter((script) => !script.src && script.type !== 'application/ld+json')
      .map((script) => script.textContent)
      .join('\n'),
  );
  await page.close();
  const parts = [Buffer.from(inline), ...(await Promise.all(external))];
  return parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0);
}

/** What an article costs on the first visit, and the first search on top of it. */
export async function measureWeight(say: (line: string) => void): Promise<Figure[]> {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'helpmark-articles-'));
  await makeArticles(contentDir, ARTICLES);
  const site = await instance(contentDir);
  say(`starting the product with ${ARTICLES} articles …`);
  const server = await start(site);
  const proxy = await countingProxy(site.port);
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const url = `http://127.0.0.1:${proxy.port}/articles/shelf-7/article-7`;
    const searches: number[] = [];
    let article = 0;
    for (const query of QUERIES) {
      const context = await browser.newContext();
      const page = await context.newPage();
      proxy.take();
      await page.goto(url, { waitUntil: 'networkidle' });
      article = proxy.take();
      await page.keyboard.press('/');
      await page.keyboard.type(query);
      await page.getByRole('option').first().waitFor();
      await page.waitForLoadState('networkidle');
      searches.push(proxy.take());
      say(`"${query}": ${Math.round((searches.at(-1) ?? 0) / KILO)} kB`);
      await context.close();
    }
    const scripts = await scriptBytes(browser, url);
    return [
      { what: 'article, first visit', value: article / KILO, unit: 'kB', bar: { most: 25 } },
      { what: 'of it JavaScript', value: scripts / KILO, unit: 'kB', bar: { most: 6 } },
      {
        what: 'first search on 200 articles',
        value: median(searches) / KILO,
        unit: 'kB',
        bar: { most: 200 },
      },
    ];
  } finally {
    await browser.close();
    proxy.close();
    await stop(server);
    await site.remove();
    await rm(contentDir, { recursive: true, force: true });
  }
}
