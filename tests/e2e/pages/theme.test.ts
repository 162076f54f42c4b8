import { expect, type Page } from '@playwright/test';
import { test } from './quiet-page.ts';

const LIGHT = 'rgb(253, 252, 250)';
const DARK = 'rgb(23, 25, 27)';
const background = (page: Page) => expect(page.locator('body'));
const button = (page: Page) => page.getByRole('button', { name: 'Appearance' });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a reader whose system is ${colorScheme} gets a ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/articles/using/search');
    await background(page).toHaveCSS('background-color', colorScheme === 'dark' ? DARK : LIGHT);
  });
}

test('the button goes from automatic over light to dark and back, and says where it is', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(button(page)).toHaveAccessibleName('Appearance: Automatic');
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Appearance: Light');
  await background(page).toHaveCSS('background-color', LIGHT);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Appearance: Dark');
  await background(page).toHaveCSS('background-color', DARK);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Appearance: Automatic');
  await background(page).toHaveCSS('background-color', DARK);
});

test('the choice is remembered on other pages, before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await button(page).click();
  await button(page).click();
  await page.addInitScript(() => {
    // Where the body begins, the page has not been painted yet.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['seen'] = getComputedStyle(
        document.documentElement,
      ).colorScheme;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/articles/using/search');
  await background(page).toHaveCSS('background-color', DARK);
  await expect(page.locator('html')).toHaveAttribute('data-seen', 'dark');
  await expect(button(page)).toHaveAccessibleName('Appearance: Dark');
});

test('a choice is kept for good, an automatic one leaves nothing behind', async ({ page }) => {
  await page.goto('/');
  for (const expected of ['light', 'dark', null]) {
    await button(page).click();
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe(expected);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that does nothing', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    await expect(button(page)).toHaveCount(0);
    await background(page).toHaveCSS('background-color', DARK);
  });
});
