import { expect, type Page } from '@playwright/test';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

/** Goes on with Tab until something has the focus, as often as a patient person would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 15; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

for (const key of ['/', 'Control+K']) {
  test(`from ${key} to a quote, to a section and back`, async ({ page }) => {
    await page.goto('/articles/using/privacy');
    await page.keyboard.press(key);
    const { active, input, list } = searchBox(page);
    await page.keyboard.type('how do I make a snippet');
    await expect(list.locator('.quote')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveClass('quote');
    await expect(input).toHaveAttribute('aria-activedescendant', /./);
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveClass('article');
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveClass('section');
    const href = (await active.getAttribute('href')) ?? '';
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(active).toHaveClass('quote');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(input).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(list).toBeVisible();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(href);
  });
}

test('a correction is taken back and a category chosen without a mouse', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { input, options } = searchBox(page);
  await page.keyboard.type('snipets article');
  const undo = page.getByRole('button', { name: /^Search for “snipets”/ });
  await expect(undo).toBeVisible();
  await tabTo(page, '.above button');
  await page.keyboard.press('Enter');
  await expect(undo).toBeHidden();
  await expect(input).toBeFocused();
  await tabTo(page, '[data-category=writing]');
  await page.keyboard.press('Space');
  await expect(page.locator('[data-category=writing]')).toBeFocused();
  await expect(page.locator('[data-category=writing]')).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => new Set(await options.locator('.category').allTextContents()))
    .toEqual(new Set(['Writing articles']));
  await page.keyboard.press('Escape');
  await expect(input).toBeFocused();
  await expect(input).toHaveAttribute('aria-expanded', 'false');
});

test('where nothing answers, Tab comes to the way to ask', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('zxqjwv');
  await expect(page.getByRole('link', { name: 'Ask about “zxqjwv”' })).toBeVisible();
  await tabTo(page, '.search-popup a[href*="/community/ask"]');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toHaveValue('zxqjwv');
});

test('on the page of results the correction is in reach of Tab', async ({ page }) => {
  await page.goto('/search?q=snipets');
  await page.getByRole('textbox', { name: 'Search the help center' }).focus();
  await tabTo(page, 'a[href*="spelling=kept"]:not([data-category])');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=snipets&spelling=kept');
});
