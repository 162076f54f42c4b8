import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { everyBlock, test } from './quiet-page.ts';

const addresses = [
  '/',
  '/articles/using',
  '/articles/using/search',
  '/articles/concepts/helpfulness',
  '/articles/writing/images-and-video',
  everyBlock,
  '/search',
  '/search?q=feedback',
  '/a/missing/page',
  '/articles/using/search/feedback',
  '/contact',
  '/ar/contact?article=/ar/articles/using/search&searched=feedback',
  '/survey?thanks',
  '/de/articles/using/privacy',
  '/ja',
  '/ja/articles/using/search',
  '/ja/search?q=検索',
  '/ar',
  '/ar/articles/using',
  '/ar/articles/using/search',
  `/ar${everyBlock}`,
  '/ar/articles/using/search/feedback',
];

/** What axe finds, as lines that say where. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = failureSummary?.split('\n').slice(1, 3).join(' ').trim();
      return `${id}: ${help} at ${target.join(' ')} (${summary})`;
    }),
  );
}

type Look = [colorScheme: 'light' | 'dark', width: number];
const looks: Look[] = [
  ['light', 320],
  ['dark', 1280],
];
/** These hold most of what any page holds, so they are looked at from all sides. */
const thorough = ['/', '/articles/using/search', everyBlock, `/ar${everyBlock}`];
const allLooks: Look[] = [...looks, ['light', 1280], ['dark', 320]];

for (const address of addresses) {
  test(`axe finds nothing on ${address}`, async ({ page }) => {
    test.setTimeout(60_000);
    for (const [colorScheme, width] of thorough.includes(address) ? allLooks : looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      expect(await findings(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  });
}

test('axe finds nothing when everything that opens is open', async ({ page }) => {
  await page.clock.install({ time: new Date('2100-01-01T12:00:00Z') });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(everyBlock);
    await page.locator('.languages summary').click();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expect(page.getByText('The help center is closed on this day.')).toBeVisible();
    expect(await findings(page), colorScheme).toEqual([]);
  }
});

test('every page has one main heading, and none skips a level', async ({ page }) => {
  for (const address of addresses) {
    await page.goto(address);
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) =>
        headings
          .filter((heading) => heading.checkVisibility())
          .map((heading) => Number(heading.tagName[1])),
      );
    expect(
      levels.filter((level) => level === 1),
      address,
    ).toHaveLength(1);
    const inMain = await page
      .locator('main :is(h1, h2, h3, h4, h5, h6)')
      .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName[1])));
    for (const [at, level] of inMain.entries()) {
      if (at > 0) expect(level - (inMain[at - 1] ?? 1), address).toBeLessThanOrEqual(1);
    }
  }
});

test('motion is left out for those who ask for less of it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(everyBlock);
  const moving = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return (
          animationName !== 'none' ||
          scrollBehavior === 'smooth' ||
          transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0.01)
        );
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});
