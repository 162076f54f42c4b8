import { expect, type Page } from '@playwright/test';
import { test } from './quiet-page.ts';

async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('.languages summary').click();
  await page.locator('.languages').getByRole('link', { name, exact: true }).click();
}

test('the menu leads to the same article in another language', async ({ page }) => {
  await page.goto('/articles/using/search');
  await chooseLanguage(page, 'Deutsch');
  await expect(page).toHaveURL('/de/articles/using/search');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Search in detail');
  await chooseLanguage(page, '日本語');
  await expect(page).toHaveURL('/ja/articles/using/search');
  await chooseLanguage(page, 'العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await chooseLanguage(page, 'English');
  await expect(page).toHaveURL('/articles/using/search');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('the menu keeps the page: home, category, search', async ({ page }) => {
  for (const [path, german] of [
    ['/', '/de'],
    ['/articles/using', '/de/articles/using'],
  ] as const) {
    await page.goto(path);
    await chooseLanguage(page, 'Deutsch');
    await expect(page).toHaveURL(german);
  }
});

test('the menu closes with Escape and with a click elsewhere', async ({ page }) => {
  await page.goto('/');
  const menu = page.locator('.languages');
  const german = menu.getByRole('link', { name: 'Deutsch' });
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(german).toBeVisible();
  await german.focus();
  await page.keyboard.press('Escape');
  await expect(german).toBeHidden();
  await expect(menu.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(german).toBeHidden();
});

test('an article without a translation is shown in the default language, and says so', async ({
  page,
}) => {
  await page.goto('/de/articles/writing/markdown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText('Englisch')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
  await expect(page.locator('.prose')).toHaveAttribute('lang', 'en');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'http://help.example.com/articles/writing/markdown',
  );
  // Whoever reads on stays in the language of the interface.
  const links = page.locator('.prose a[href*="/articles/"]');
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^\/de\/articles\//);
  }
});

test('a fallback reads from left to right on a page that runs from right to left', async ({
  page,
}) => {
  await page.goto('/ar/articles/writing/markdown');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'ltr');
  await expect(page.locator('.prose')).toHaveCSS('direction', 'ltr');
});

test('each translation names all of them to search engines', async ({ page }) => {
  await page.goto('/ja/articles/using/search');
  const alternates = await page
    .locator('link[rel=alternate][hreflang]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
    );
  const base = 'http://help.example.com';
  expect(alternates).toEqual([
    ['en', `${base}/articles/using/search`],
    ['de', `${base}/de/articles/using/search`],
    ['ja', `${base}/ja/articles/using/search`],
    ['ar', `${base}/ar/articles/using/search`],
    ['x-default', `${base}/articles/using/search`],
  ]);
});

test('dates and counts speak the language of the page', async ({ page }) => {
  await page.goto('/ja/articles/using/search');
  await expect(page.locator('.byline time')).toHaveText(/\d{4}年\d{1,2}月\d{1,2}日/);
  await page.goto('/de/articles/using');
  await expect(page.getByText(/^\d+ Artikel$/)).toBeVisible();
});

test('the address of the default language with its prefix leads to the one without', async ({
  page,
}) => {
  await page.goto('/en/articles/using/search');
  await expect(page).toHaveURL('/articles/using/search');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the menu opens and leads on', async ({ page }) => {
    await page.goto('/articles/using/search');
    await chooseLanguage(page, 'Deutsch');
    await expect(page).toHaveURL('/de/articles/using/search');
  });
});
