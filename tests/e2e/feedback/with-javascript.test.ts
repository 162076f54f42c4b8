import { expect, test } from '@playwright/test';
import { newBrowserName, reasonsIn, reportOn, takeTime } from './readers.ts';

test.use({ userAgent: newBrowserName() });

test('a reader votes and says why without leaving the page, and the writer sees it', async ({
  page,
}) => {
  await page.goto('/articles/using/appearance');
  const box = page.getByRole('region', { name: 'Did this answer your question?' });
  await takeTime();
  await box.getByRole('button', { name: 'No' }).click();
  await expect(box.getByRole('status')).toHaveText('Thank you. We are sorry it did not.');
  await expect(box.getByRole('button', { name: 'No' })).toHaveAttribute('aria-pressed', 'true');
  expect(reportOn('articles/en/using/appearance.md')).toMatchObject({ n: 1, yes: 0 });

  await box.getByLabel('Something is missing').check();
  await box.getByLabel('Comment').fill('How do I print in colour?\nPlease say.');
  const section = box.getByLabel('Section it is about');
  await section.selectOption({ index: 1 });
  const chosen = await section.inputValue();
  await takeTime();
  await box.getByRole('button', { name: 'Send' }).click();
  await expect(box.getByRole('status')).toHaveText(
    'Thank you. The person who looks after this article will read it.',
  );
  await expect(box.getByRole('status')).toBeFocused();
  await expect(reasonsIn(box)).toHaveCount(0);
  await expect(page).toHaveURL('/articles/using/appearance');
  expect(reportOn('articles/en/using/appearance.md')).toMatchObject({
    n: 1,
    yes: 0,
    comments: [
      {
        comment: 'How do I print in colour?\nPlease say.',
        reason: 'missing-something',
        section: chosen,
      },
    ],
  });
});

test('a change of mind offers the other reasons and keeps what was typed', async ({ page }) => {
  await page.goto('/articles/using/language');
  const box = page.getByRole('region', { name: 'Did this answer your question?' });
  await takeTime();
  await box.getByRole('button', { name: 'No' }).click();
  await box.getByLabel('Comment').fill('On second thoughts');
  await box.getByRole('button', { name: 'Yes' }).click();
  await expect(box.getByRole('status')).toHaveText('Thank you. Good to know.');
  await expect(box.getByRole('button', { name: 'No' })).toHaveAttribute('aria-pressed', 'false');
  await expect(box.getByRole('radio', { name: 'Complete' })).toBeVisible();
  await expect(box.getByRole('radio', { name: 'It is outdated' })).toBeHidden();
  await expect(box.getByLabel('Comment')).toHaveValue('On second thoughts');
  expect(reportOn('articles/en/using/language.md')).toMatchObject({ n: 1, yes: 1 });
});

test('the keyboard is enough', async ({ page }) => {
  await page.goto('/articles/using/get-further-help');
  const box = page.getByRole('region', { name: 'Did this answer your question?' });
  await takeTime();
  await box.getByRole('button', { name: 'Yes' }).focus();
  await page.keyboard.press('Enter');
  await expect(box.getByRole('status')).not.toBeEmpty();
  await expect(box.getByRole('button', { name: 'Yes' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(box.getByRole('radio', { name: 'Easy to follow' })).toBeFocused();
  await page.keyboard.press('Space');
  await takeTime();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Thanks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(box.getByRole('status')).toContainText('will read it');
});

test('a program that is faster than any person gets the same answer and is not counted', async ({
  page,
}) => {
  await page.goto('/articles/using/follow-changes');
  // Not faster than the page loads on a busy machine, so the page is told that it has just opened.
  await page.evaluate(() => (performance.now = () => 20));
  const box = page.getByRole('region', { name: 'Did this answer your question?' });
  await box.getByRole('button', { name: 'Yes' }).click();
  await expect(box.getByRole('status')).toHaveText('Thank you. Good to know.');
  expect(reportOn('articles/en/using/follow-changes.md')).toMatchObject({ n: 0 });
});

test('a page that is older than the text hands over to the plain form', async ({ page }) => {
  await page.goto('/articles/using/accessibility');
  const box = page.getByRole('region', { name: 'Did this answer your question?' });
  await box
    .locator('input[name=revision]')
    .first()
    .evaluate((field: HTMLInputElement) => (field.value = '0123456789abcdef'));
  await takeTime();
  await box.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'has changed since you opened it',
  );
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('status')).toHaveText('Thank you. Good to know.');
  expect(reportOn('articles/en/using/accessibility.md')).toMatchObject({ n: 1, yes: 1 });
});
