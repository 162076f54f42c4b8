import { expect, type Page } from '@playwright/test';
import { everyBlock, test } from './quiet-page.ts';

const closed = (page: Page) => page.getByText('The help center is closed on this day.');
const meeting = (page: Page) => page.getByText('Writers meet every week.');

/** Opens a page with the reader's clock at a moment. */
async function openAt(page: Page, moment: string, path = '/'): Promise<void> {
  await page.clock.install({ time: new Date(moment) });
  await page.goto(path);
}

test('a notice is not seen before its time', async ({ page }) => {
  await openAt(page, '2100-01-01T05:59:00Z');
  await expect(closed(page)).toBeHidden();
});

test('a notice is seen in its time, on every page, as what it is', async ({ page }) => {
  await openAt(page, '2100-01-01T12:00:00Z');
  for (const path of [
    '/',
    '/articles/using',
    '/articles/using/search',
    '/de/articles/using/search',
    '/nowhere',
  ]) {
    await page.goto(path);
    await expect(closed(page)).toBeVisible();
  }
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('alert')).toContainText(
    'Important: The help center is closed on this day.',
  );
});

test('a notice is not seen after its time', async ({ page }) => {
  await openAt(page, '2100-01-01T18:00:00Z');
  await expect(closed(page)).toBeHidden();
});

test('a notice comes and goes while a page stays open', async ({ page }) => {
  await openAt(page, '2100-01-01T05:58:00Z');
  await expect(closed(page)).toBeHidden();
  await page.clock.runFor('03:00');
  await expect(closed(page)).toBeVisible();
  await page.clock.runFor('12:00:00');
  await expect(closed(page)).toBeHidden();
});

test('a notice for some categories stands in those alone', async ({ page }) => {
  await page.goto('/articles/writing/markdown');
  await expect(page.getByRole('status').filter({ has: meeting(page) })).toBeVisible();
  await page.goto('/articles/writing');
  await expect(meeting(page)).toBeVisible();
  for (const path of ['/', '/articles/using/search', '/de/articles/writing/markdown']) {
    await page.goto(path);
    await expect(meeting(page)).toHaveCount(0);
  }
});

test('a notice that was dismissed stays away', async ({ page }) => {
  await page.goto(everyBlock);
  const notice = page.getByRole('status').filter({ has: meeting(page) });
  await notice.getByRole('button', { name: 'Dismiss this notice' }).click();
  await expect(meeting(page)).toBeHidden();
  await page.reload();
  await expect(meeting(page)).toBeHidden();
  await page.goto('/articles/writing/markdown');
  await expect(meeting(page)).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a notice says when it holds, and has no button that does nothing', async ({ page }) => {
    await page.goto('/');
    await expect(closed(page)).toBeVisible();
    const notice = page.getByRole('alert').filter({ has: closed(page) });
    await expect(notice).toContainText(/Jan 1, 2100, 6:00\sAM UTC – Jan 1, 2100, 6:00\sPM UTC/);
    await expect(notice.getByRole('button')).toHaveCount(0);
  });
});
