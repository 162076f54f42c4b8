import { expect, test as base, type Page } from '@playwright/test';

/** What a page says to nobody: errors in the console, scripts that broke off, files that are missing. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    const isPageItself = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPageItself) {
      complaints.push(`${response.status()} ${response.url()}`);
    }
  });
  return complaints;
}

/** A test whose page has to stay silent to the end. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(page);
    // A page that is not there says so to the console as well, whatever it shows.
    const meant = complaints.filter((text) => !text.startsWith('Failed to load resource'));
    expect(meant).toEqual([]);
  },
});

/** An article that only these tests have; it shows everything that a writer can write. */
export const everyBlock = '/articles/writing/every-block';

/** Waits until a page that has loaded has its images and has had time to fetch more by itself. */
export async function comeToRest(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    const waiting = [...document.images].filter(
      (image) => !image.complete && image.loading !== 'lazy',
    );
    await Promise.all(
      waiting.map(
        (image) =>
          new Promise((done) =>
            ['load', 'error'].forEach((event) => image.addEventListener(event, done)),
          ),
      ),
    );
    // A page that draws nothing may be idle for good without being told so; hence the limit.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
}
