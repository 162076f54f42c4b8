import { expect } from '@playwright/test';
import { test } from '#tests/e2e/pages/quiet-page.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form of the home page answers with articles and their sections', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Search the help center' }).fill('snippet');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=snippet$/);
    await expect(page.getByRole('textbox')).toHaveValue('snippet');
    await expect(page.getByText(/^\d+ articles for “snippet”$/)).toBeVisible();
    const first = page
      .getByRole('listitem')
      .filter({ hasText: 'Reuse text with snippets' })
      .first();
    await expect(first.locator('mark').first()).toBeVisible();
    await first.getByRole('link', { name: 'Make a snippet' }).click();
    await expect(page).toHaveURL('/articles/writing/snippets#make-a-snippet');
  });

  test('a category narrows, pages lead on', async ({ page }) => {
    await page.goto('/search?q=article');
    const categories = page.getByRole('navigation', { name: 'Category' });
    await categories.getByRole('link', { name: /^Writing articles/ }).click();
    await expect(page).toHaveURL(/\/search\?q=article&category=writing$/);
    await expect(categories.locator('[aria-current=true]')).toHaveText(/^Writing articles/);
    await categories.getByRole('link', { name: /^All/ }).click();
    // Solved questions that other tests ask may stand among them.
    const titles = page
      .getByRole('region', { name: 'Articles' })
      .getByRole('heading', { level: 3 })
      .filter({ has: page.locator('a[href^="/articles/"]') });
    const firstPage = await titles.allTextContents();
    expect(firstPage).toHaveLength(10);
    await page.getByRole('link', { name: 'More results' }).click();
    await expect(page).toHaveURL(/\/search\?q=article&page=2$/);
    await expect(page.getByText('Page 2')).toBeVisible();
    expect(firstPage).not.toContain(await titles.first().textContent());
    await page.getByRole('link', { name: 'Previous results' }).click();
    await expect(titles.first()).toHaveText(firstPage[0] ?? '');
  });

  test('every language has its page', async ({ page }) => {
    await page.goto('/ja/search?q=検索');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.getByRole('main').locator('h3 a').first()).toHaveAttribute('href', /^\/ja\//);
    await page.goto('/ar/search?q=البحث');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('main').locator('h3 a').first()).toHaveAttribute('href', /^\/ar\//);
  });
});

test('what is quoted in part leads on to the whole', async ({ page }) => {
  await page.goto('/search?q=how+do+i+make+a+snippet');
  const quote = page.getByRole('figure');
  await expect(quote).toContainText(
    'From the article Reuse text with snippets: Make a snippet · Read on',
  );
  await quote.getByRole('link', { name: 'Read on' }).click();
  await expect(page).toHaveURL('/articles/writing/snippets#make-a-snippet');
});

test('the page is kept from search engines', async ({ page }) => {
  await page.goto('/search?q=snippet');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('without a query it says what to type, and offers the categories', async ({ page }) => {
  await page.goto('/search');
  await expect(page.getByText('Type a few words')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Browse by category' })).toBeVisible();
});

test('without a match it says so, and what to do', async ({ page }) => {
  await page.goto('/search?q=vvqzx+wqkkj');
  await expect(page.getByText('Nothing here answers')).toBeVisible();
  await expect(page.getByText('Try fewer words')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Browse by category' })).toBeVisible();
});

test('what makes no sense in the address is left out', async ({ page }) => {
  for (const rest of ['page=-1', 'page=x', 'page=99', 'category=nowhere', 'category=%00']) {
    const response = await page.goto(`/search?q=snippet&${rest}`);
    expect(response?.status(), rest).toBe(200);
    await expect(page.getByText(/articles for “snippet”/), rest).toBeVisible();
  }
  const markup = '<img src=x onerror=alert(1)>';
  await page.goto(`/search?q=${encodeURIComponent(markup)}`);
  await expect(page.getByRole('textbox', { name: 'Search the help center' })).toHaveValue(markup);
  expect((await page.goto(`/search?q=${'a'.repeat(3000)}`))?.status()).toBe(200);
});

test('an unknown locale has no search', async ({ page }) => {
  for (const path of ['/xx/search', '/a/b/search']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await page.goto('/en/search?q=snippet');
  await expect(page).toHaveURL('/search?q=snippet');
});

test('with JavaScript, typing changes results and address without a new page', async ({ page }) => {
  await page.goto('/search?q=snippet');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const input = page.getByRole('textbox');
  await input.fill('callout');
  await expect(page).toHaveURL(/\/search\?q=callout$/);
  await expect(page).toHaveTitle(/^Search: callout/);
  await expect(page.getByRole('status')).toHaveText(/“callout”/);
  await expect(page.getByRole('heading', { name: /callouts/i }).first()).toBeVisible();
  await expect(input).toBeFocused();

  const writing = page.locator('a[data-category=writing]');
  await input.fill('article');
  await expect(page).toHaveURL(/\/search\?q=article$/);
  await expect(page.getByText(/ for “article”/).first()).toBeVisible();
  await writing.click();
  await expect(page).toHaveURL(/q=article&category=writing$/);
  await expect(writing).toHaveAttribute('aria-current', 'true');
  await expect(writing).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=article$/);
  await expect(page.locator('a[data-category=""]')).toHaveAttribute('aria-current', 'true');
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('a slow answer never replaces a newer one', async ({ page }) => {
  await page.goto('/search');
  await page.route('**/search?q=snippet', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  const input = page.getByRole('textbox');
  await input.fill('snippet');
  await page.waitForRequest('**/search?q=snippet');
  await input.fill('callout');
  await expect(page.getByText(/articles? for “callout”/).first()).toBeVisible();
  await page.waitForTimeout(800);
  await expect(page.getByText(/for “snippet”/)).toHaveCount(0);
});
