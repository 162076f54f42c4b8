import { expect, type Page } from '@playwright/test';
import { everyBlock, test } from './quiet-page.ts';

const shown = (page: Page, text: string) =>
  expect(page.getByText(text, { exact: true })).toBeVisible();
const hidden = (page: Page, text: string) =>
  expect(page.getByText(text, { exact: true })).toBeHidden();
const choose = (page: Page, label: string, at = 0) =>
  page
    .locator('.tab > label', { hasText: new RegExp(`^${label}$`) })
    .nth(at)
    .click();

test('the first tab is open, and another opens in its place', async ({ page }) => {
  await page.goto(everyBlock);
  await shown(page, 'Text for Bash.');
  await hidden(page, 'Text for Fish.');
  await choose(page, 'Fish');
  await shown(page, 'Text for Fish.');
  await hidden(page, 'Text for Bash.');
});

test('tabs of one group go together, here and on the next visit', async ({ page }) => {
  await page.goto(everyBlock);
  await shown(page, 'Second text for Fish.');
  await choose(page, 'Bash', 1);
  await shown(page, 'Second text for Bash.');
  await choose(page, 'Fish');
  await shown(page, 'Second text for Fish.');
  await page.reload();
  await shown(page, 'Text for Fish.');
  await shown(page, 'Second text for Fish.');
});

test('tabs in a tab are a choice of their own', async ({ page }) => {
  await page.goto(everyBlock);
  await shown(page, 'From Play.');
  await choose(page, 'F-Droid');
  await shown(page, 'From F-Droid.');
  await choose(page, 'iPhone');
  await shown(page, 'From the App Store.');
  await hidden(page, 'From F-Droid.');
  await page.reload();
  await shown(page, 'From the App Store.');
  await choose(page, 'Android');
  await shown(page, 'From F-Droid.');
});

test('tabs answer to the arrow keys', async ({ page }) => {
  await page.goto(everyBlock);
  const bash = page.getByRole('radio', { name: 'Bash' }).first();
  await bash.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Fish' }).first()).toBeChecked();
  await shown(page, 'Text for Fish.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('tabs open all the same', async ({ page }) => {
    await page.goto(everyBlock);
    await shown(page, 'Text for Bash.');
    await choose(page, 'Fish');
    await shown(page, 'Text for Fish.');
    await hidden(page, 'Text for Bash.');
    await choose(page, 'iPhone');
    await shown(page, 'From the App Store.');
  });

  test('details unfold', async ({ page }) => {
    await page.goto(everyBlock);
    await hidden(page, 'Unfolded text.');
    await page.getByText('What is inside', { exact: true }).click();
    await shown(page, 'Unfolded text.');
  });
});

test.describe('where storage is switched off', () => {
  test('tabs and the theme work as long as the page is open', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(everyBlock);
    await choose(page, 'Fish');
    await shown(page, 'Second text for Fish.');
    await page.getByRole('button', { name: 'Appearance' }).click();
    await expect(page.getByRole('button', { name: 'Appearance: Light' })).toBeVisible();
  });
});
