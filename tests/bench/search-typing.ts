import type { Browser, Locator, Page } from '@playwright/test';

/** Milliseconds between two keys, in which the list is made anew. */
const PAUSE = 250;
/** Milliseconds between two keys of somebody who types. */
const BETWEEN = 120;

/** The search box of a page, come to. */
export async function openBox(page: Page): Promise<Locator> {
  const input = page.locator('.search-box input').first();
  await input.focus();
  return input;
}

/** Has a page keep, under `waits`, the milliseconds from each key press to the change of the list. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const waits: number[] = [];
    let pressed: number | undefined;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    new MutationObserver(() => {
      if (pressed !== undefined) waits.push(performance.now() - pressed);
      pressed = undefined;
    }).observe(document.querySelector('.search-popup')!, { subtree: true, childList: true });
    Object.assign(globalThis, { waits });
  });

/**
 * Types queries letter by letter after a first search, with the processor slowed four times.
 * @returns milliseconds from each key press that changed the list to that change
 */
export async function typeQueries(
  browser: Browser,
  url: string,
  queries: string[],
): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const input = await openBox(page);
  await input.fill('password');
  await page.getByRole('option').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await watchKeys(page);
  for (const query of queries) {
    await input.fill('');
    await page.waitForTimeout(PAUSE);
    await page.keyboard.type(query, { delay: PAUSE });
    await page.waitForTimeout(PAUSE);
  }
  const waits = await page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
  await page.close();
  return waits;
}

/**
 * Types a query over a line of 1.6 Mbit/s on which an answer is under way for 150 ms.
 * @param headStart milliseconds from coming to the box to the first key
 * @returns milliseconds from the first key press to the first result, by the clock of the page
 */
export async function firstResult(
  browser: Browser,
  url: string,
  { query, headStart }: { query: string; headStart: number },
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), {
          capture: true,
          once: true,
        });
        const observer = new MutationObserver(() => {
          if (!document.querySelector('[role=option]')) return;
          observer.disconnect();
          resolve(performance.now() - pressed);
        });
        observer.observe(document.body, { subtree: true, childList: true });
      }),
  );
  await openBox(page);
  await page.waitForTimeout(headStart);
  await page.keyboard.type(query, { delay: BETWEEN });
  const wait = await shown;
  await context.close();
  return wait;
}
