import { expect } from '@playwright/test';
import { test } from './quiet-page.ts';

test('a missing page says so, and offers what is close to its address', async ({ page }) => {
  const response = await page.goto('/kb/copy-as-markdown.html');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Copy an article as Markdown' }).first(),
  ).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('the words of the address stand in the search box', async ({ page }) => {
  await page.goto('/kb/12-how-to-reset_my-password.html');
  await expect(
    page.getByRole('search').last().getByRole('textbox').or(page.getByRole('combobox')).last(),
  ).toHaveValue(/reset my password/);
});

test('a missing page of another language speaks that language', async ({ page }) => {
  const response = await page.goto('/de/articles/using/gibt-es-nicht');
  expect(response?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Startseite/ })
    .click();
  await expect(page).toHaveURL('/de');
});

test('nothing of the address is taken for HTML', async ({ page }) => {
  const response = await page.goto('/%3Cimg%20src=x%20onerror=alert(1)%3E');
  expect(response?.status()).toBe(404);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

for (const path of [
  '/articles',
  '/articles/nowhere',
  '/articles/using/search/more',
  '/nowhere.md',
  '/files/x.webp',
  '/og/using/none.png',
]) {
  test(`${path} is missing in earnest`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}
