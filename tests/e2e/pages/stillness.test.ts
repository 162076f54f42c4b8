import { expect, type Page } from '@playwright/test';
import { comeToRest, everyBlock, test } from './quiet-page.ts';

/** Opens a page, reads it to its end, and tells what moved on the way. */
async function movements(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  await comeToRest(page);
  return page.evaluate(() => (window as unknown as { moved: string[] }).moved);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node?: Element }[];
      })[]) {
        const places = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? 'text');
        moved.push(`${entry.value.toFixed(4)}: ${places.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

const addresses = [
  '/',
  '/articles/using/find-an-answer',
  '/articles/concepts/helpfulness',
  '/articles/writing/callouts-tabs-steps',
  '/articles/writing/images-and-video',
  '/ar/articles/using/find-an-answer',
  everyBlock,
];

for (const width of [390, 1280]) {
  test(`nothing moves while pages load and are read, ${width} px`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 800 });
    for (const address of addresses) {
      expect(await movements(page, address), address).toEqual([]);
    }
  });

  test(`remembered tabs, a remembered theme and a notice move nothing, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.clock.install({ time: new Date('2100-01-01T12:00:00Z') });
    await page.clock.resume();
    await page.goto(everyBlock);
    await page.evaluate(() => {
      localStorage.setItem('tabs:shell', 'Fish');
      localStorage.setItem('tabs:phone', 'iPhone');
      localStorage.setItem('theme', 'dark');
    });
    const meeting = page.getByRole('status').filter({ hasText: 'Writers meet every week.' });
    await meeting.getByRole('button').click();
    expect(await movements(page, everyBlock)).toEqual([]);
    await expect(meeting).toHaveCount(0);
    await expect(page.getByText('The help center is closed on this day.')).toBeAttached();
    await expect(page.getByText('Text for Fish.', { exact: true })).toBeVisible();
  });
}
