import { expect } from '@playwright/test';
import { test } from '#tests/e2e/pages/quiet-page.ts';
import { searchBox, searchFor } from './search-box.ts';

const article = '/articles/using/search';

test('type, arrows, Enter: the reader lands on the section', async ({ page }) => {
  await page.goto(article);
  const { active, input } = await searchFor(page, 'snippet');
  await page.keyboard.press('ArrowDown');
  await expect(active).toContainText('Reuse text with snippets');
  await expect(active.locator('mark').first()).toHaveText(/snippet/i);
  await page.keyboard.press('ArrowDown');
  await expect(active).toHaveAttribute('href', /^\/articles\/writing\/snippets#./);
  await expect(input).toHaveAttribute('aria-activedescendant', /./);
  const title = await active.locator('.title').innerText();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/writing\/snippets#./);
  await expect(page.locator(':target')).toContainText(title);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the arrows go round, Home and End to the ends', async ({ page }) => {
  await page.goto(article);
  const { active, options, input } = await searchFor(page, 'article');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(active).toHaveCount(0);
  await expect(input).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(active).toHaveCount(1);
});

test('without a choice, Enter leads to the page of results', async ({ page }) => {
  await page.goto(article);
  await searchFor(page, 'snippet');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=snippet$/);
});

test('Escape closes the list and keeps the words; again, it clears them', async ({ page }) => {
  await page.goto(article);
  const { input, list } = await searchFor(page, 'snippet');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toHaveAttribute('aria-expanded', 'false');
  await expect(input).toHaveValue('snippet');
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(input).toHaveValue('');
  await expect(input).toBeFocused();
});

test('who has gone on is not called back by late results', async ({ page }) => {
  await page.goto(article);
  const { input, list } = await searchFor(page, 'snippet');
  await page.route('**/*.pf_{fragment,index}', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  const asked = page.waitForRequest('**/*.pf_*');
  await input.fill('deflection');
  await asked;
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1000);
  await expect(list).toBeHidden();
});

test('new results are shown from the first on', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(article);
  const { input, list, options } = await searchFor(page, 'article');
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(options.first()).not.toBeInViewport();
  await input.press('s');
  await expect(options.first()).toBeInViewport();
});

for (const key of ['/', 'Control+K', 'Meta+K']) {
  test(`${key} opens the search`, async ({ page }) => {
    await page.goto(article);
    const { input } = searchBox(page);
    await page.keyboard.press(key);
    await expect(input).toBeFocused();
    await expect(input).toHaveValue('');
  });
}

test('a slash that is typed stays a slash', async ({ page }) => {
  await page.goto(article);
  const { input } = await searchFor(page, 'snippet');
  await page.keyboard.type(' /a');
  await expect(input).toHaveValue('snippet /a');
});

test('a category narrows the results, by keyboard, and goes with them', async ({ page }) => {
  await page.goto(article);
  const { options, categories, input } = await searchFor(page, 'search');
  const shelves = options.locator('.category');
  expect(new Set(await shelves.allTextContents()).size).toBeGreaterThan(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(categories.first()).toBeFocused();
  await expect(categories.first()).toHaveAttribute('aria-pressed', 'true');
  const writing = categories.filter({ hasText: 'Writing articles' });
  await writing.focus();
  await page.keyboard.press('Enter');
  await expect(writing).toHaveAttribute('aria-pressed', 'true');
  await expect(writing).toBeFocused();
  expect(new Set(await shelves.allTextContents())).toEqual(new Set(['Writing articles']));
  await expect(page.getByRole('search').getByRole('link', { name: /^See all/ })).toHaveAttribute(
    'href',
    /\/search\?q=search&category=writing$/,
  );
  await input.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=search&category=writing$/);
});

test('the number of results is said when typing rests', async ({ page }) => {
  await page.goto(article);
  const { status } = await searchFor(page, 'snippet');
  await expect(status).toHaveText(/^\d+ articles?( \d questions?)?$/);
  await page.keyboard.type(' zxqj wvkq');
  await expect(status).toHaveText(/^(Nothing here answers|\d+ articles?)/);
});

test('no match is said in words, with what to do', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('/');
  const { input, list } = searchBox(page);
  await input.pressSequentially('vvqzx wqkkj');
  await expect(page.getByText('Nothing here answers').first()).toBeVisible();
  await expect(page.getByText('Try fewer words').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Browse by category' })).toHaveAttribute(
    'href',
    /\/$/,
  );
  await expect(list).toBeHidden();
  await expect(input).toHaveAttribute('aria-expanded', 'false');
});

test('a click beside the list closes it; a click into it opens a result', async ({ page }) => {
  await page.goto(article);
  const { list, input } = await searchFor(page, 'snippet');
  await page.mouse.click(5, 5);
  await expect(list).toBeHidden();
  await input.focus();
  await page.keyboard.press('ArrowDown');
  await list.getByText('Reuse text with').click();
  await expect(page).toHaveURL('/articles/writing/snippets');
});

test('a result on the page that is open closes the list', async ({ page }) => {
  await page.goto('/articles/writing/snippets');
  const { list } = await searchFor(page, 'snippet');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/writing\/snippets#./);
  await expect(list).toBeHidden();
});

test('what is typed before the search has loaded is searched for', async ({ page }) => {
  await page.route(/SearchScript/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(article);
  await page.keyboard.press('/');
  await page.keyboard.type('snippet');
  const { list, input } = searchBox(page);
  await expect(list.getByText('Reuse text with')).toBeVisible();
  await expect(input).toHaveValue('snippet');
});

test('while an input method is open, its keys and half words are its own', async ({ page }) => {
  await page.goto('/ja/articles/using/search');
  const { input, list } = await searchFor(page, '検索');
  await input.fill('');
  await expect(list).toBeHidden();
  const devtools = await page.context().newCDPSession(page);
  const text = '検索';
  await devtools.send('Input.imeSetComposition', { text, selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(400);
  await expect(list).toBeHidden();
  await devtools.send('Input.insertText', { text });
  await expect(list).toBeVisible();
  await expect(list.locator('mark').first()).toHaveText(text);
});

test('results are right in Arabic too, from right to left', async ({ page }) => {
  await page.goto('/ar/articles/using/search');
  await page.keyboard.press('/');
  const { input, list, options } = searchBox(page);
  await input.pressSequentially('البحث');
  await expect(options.first()).toHaveAttribute('href', /^\/ar\/articles\//);
  await expect(list).toHaveCSS('direction', 'rtl');
});
