import { expect } from '@playwright/test';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

const phone = { width: 390, height: 844 };
test.use({ viewport: phone, hasTouch: true, isMobile: true });

test('search, take a correction back, narrow, and open a section, by touch', async ({ page }) => {
  await page.goto('/');
  const { input, list, options, categories } = searchBox(page);
  const form = page.getByRole('search');
  await input.tap();
  await page.keyboard.type('snipets article');
  const undo = form.getByRole('button', { name: 'Search for “snipets” instead' });
  await expect(list.locator('[href="/articles/writing/snippets"]')).toBeVisible();
  expect(await form.boundingBox()).toEqual({ x: 0, y: 0, ...phone });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);

  await undo.tap();
  await expect(undo).toBeHidden();
  await input.fill('article');
  const writing = categories.filter({ hasText: 'Writing articles' });
  await writing.tap();
  await expect(writing).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => new Set(await options.locator('.category').allTextContents()))
    .toEqual(new Set(['Writing articles']));
  await categories.filter({ hasText: /^All/ }).tap();
  await form.getByRole('link', { name: /^See all/ }).tap();
  await expect(page).toHaveURL(/\/search\?q=article$/);

  await page.goto('/');
  await input.tap();
  await page.keyboard.type('snippet');
  await list.locator('.section').first().tap();
  await expect(page).toHaveURL(/\/articles\/.+#./);
  await expect(list).toBeHidden();
});

test('what answers is quoted, and what is tapped leads to it', async ({ page }) => {
  await page.goto('/');
  const { input, list } = searchBox(page);
  await input.tap();
  await page.keyboard.type('how do I make a snippet');
  const quote = list.locator('.quote');
  await expect(quote).toBeInViewport({ ratio: 1 });
  const href = (await quote.getAttribute('href')) ?? '';
  await quote.tap();
  await expect(page).toHaveURL(href);
  await expect(page.locator(':target')).toBeInViewport();
});

test('where nothing answers, the way to ask is in reach', async ({ page }) => {
  await page.goto('/');
  const { input } = searchBox(page);
  await input.tap();
  await page.keyboard.type('why do purple hippopotamus write bananas');
  const ask = page.getByRole('search').getByRole('link', { name: /^Ask about/ });
  await expect(ask).toBeInViewport({ ratio: 1 });
  await ask.tap();
  await expect(page.getByLabel('Title')).toHaveValue('why do purple hippopotamus write bananas');
});

test('the page of results works by touch, and fits', async ({ page }) => {
  await page.goto('/search?q=snipets');
  await page.getByRole('link', { name: 'Search for “snipets” instead' }).tap();
  await expect(page).toHaveURL('/search?q=snipets&spelling=kept');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
  await page.goto('/search?q=article');
  await page.locator('a[data-category=writing]').tap();
  await expect(page).toHaveURL(/category=writing/);
  await page.locator('a[data-category=""]').tap();
  await expect(page).toHaveURL(/\?q=article$/);
  await page.getByRole('link', { name: 'More results' }).tap();
  await expect(page).toHaveURL(/page=2/);
});
