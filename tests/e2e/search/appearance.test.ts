import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '#tests/e2e/pages/quiet-page.ts';
import { searchBox, searchFor } from './search-box.ts';

const sizes = { phone: { width: 320, height: 640 }, desktop: { width: 1280, height: 800 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('axe finds nothing in the open list', async ({ page }) => {
        await page.goto('/articles/using/search');
        await searchFor(page, 'search');
        await page.keyboard.press('ArrowDown');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      });

      test('axe finds nothing on the page of results', async ({ page }) => {
        await page.goto('/search?q=search');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      });

      test('nothing is wider than the window', async ({ page }) => {
        for (const path of ['/search?q=image', '/search?q=' + 'long'.repeat(30), '/']) {
          await page.goto(path);
          if (path === '/') await searchFor(page, 'image');
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, path).toBeLessThanOrEqual(viewport.width);
        }
      });
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: sizes.phone, hasTouch: true });

  test('the search takes the whole screen and gives it back', async ({ page }) => {
    await page.goto('/articles/using/search');
    const { list, options, input } = await searchFor(page, 'snippet');
    const form = page.getByRole('search');
    expect(await form.boundingBox()).toEqual({ x: 0, y: 0, ...sizes.phone });
    await page.getByRole('button', { name: 'Close search' }).tap();
    await expect(list).toBeHidden();
    expect((await form.boundingBox())?.height).toBeLessThan(100);
    await input.tap();
    await page.keyboard.press('ArrowDown');
    await options.first().tap();
    await expect(page).toHaveURL('/articles/writing/snippets');
  });

  test('the button of the box stands at the end of the line, also from right to left', async ({
    page,
  }) => {
    await page.goto('/ar/articles/using/search');
    await page.keyboard.press('/');
    const { input, list } = searchBox(page);
    await input.pressSequentially('البحث');
    await expect(list).toBeVisible();
    const button = page.getByRole('search').getByRole('button', { name: 'بحث', exact: true });
    expect((await button.boundingBox())?.x).toBeLessThan(sizes.phone.width / 4);
  });
});

test('the list fits into the window, its last link included', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto('/');
  await searchFor(page, 'article');
  await expect(page.getByRole('search').getByRole('link', { name: /^See all/ })).toBeInViewport({
    ratio: 1,
  });
});

test('opening the list moves nothing on the page', async ({ page }) => {
  await page.goto('/');
  const place = () => page.getByRole('heading', { level: 3 }).first().boundingBox();
  const before = await place();
  await searchFor(page, 'article');
  expect(await place()).toEqual(before);
});
