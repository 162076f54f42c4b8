import { expect, type Page } from '@playwright/test';
import { test } from './quiet-page.ts';

/** Addresses of every page that search engines are told of, and the pages beside them. */
async function allPages(page: Page): Promise<string[]> {
  const sitemap = await (await page.request.get('/sitemap.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  return [...listed, '/articles/writing/every-block'];
}

/** What sticks out of the window, by how far it can be scrolled aside. */
async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 1 || left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 5)
      .concat(`${scrollWidth} > ${clientWidth}`);
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const part of [0, 1, 2, 3]) {
    test(`no page scrolls sideways, in any language (part ${part + 1} of 4)`, async ({ page }) => {
      test.setTimeout(120_000);
      const pages = (await allPages(page)).filter((_, at) => at % 4 === part);
      expect(pages.length).toBeGreaterThan(10);
      for (const address of pages) {
        await page.goto(address);
        expect(await stickingOut(page), address).toEqual([]);
      }
    });
  }

  for (const address of [
    '/ar/articles/writing/every-block',
    '/ar/articles/writing/front-matter',
    '/search',
    '/search?q=tabs',
    '/ar/search?q=tabs',
    '/articles/using/search/feedback',
    '/ar/articles/using/search/feedback',
    '/a-missing-page-with-a-very-long-name-that-nobody-would-ever-type-into-an-address-bar',
  ]) {
    test(`${address} does not scroll sideways`, async ({ page }) => {
      await page.goto(address);
      expect(await stickingOut(page)).toEqual([]);
    });
  }

  test('controls are large enough to be met with a thumb', async ({ page }) => {
    await page.goto('/articles/using/search');
    const controls = page.getByRole('banner').locator('button:visible, summary, .brand');
    for (const control of await controls.all()) {
      const box = await control.boundingBox();
      expect(box?.height, await control.innerHTML()).toBeGreaterThanOrEqual(40);
      expect(box?.width).toBeGreaterThanOrEqual(40);
    }
  });
});

test('text can be enlarged to twice its size without losing any', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/articles/writing/every-block');
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  expect(await stickingOut(page)).toEqual([]);
});

test('with spaced-out text nothing is cut off', async ({ page }) => {
  // The spacing of WCAG 2.2, success criterion 1.4.12.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/articles/writing/every-block');
  await page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
  });
  expect(await stickingOut(page)).toEqual([]);
});
