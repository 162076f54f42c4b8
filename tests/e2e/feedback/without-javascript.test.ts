import { expect, test } from '@playwright/test';
import { newBrowserName, reportOn, takeTime } from './readers.ts';

test.use({ javaScriptEnabled: false, userAgent: newBrowserName() });

test('a reader votes, says why and comes back to the article', async ({ page }) => {
  await page.goto('/articles/using/copy-as-markdown');
  await page.getByRole('button', { name: 'No' }).click();
  await expect(page.getByRole('status')).toHaveText('Thank you. We are sorry it did not.');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.reload();
  expect(reportOn('articles/en/using/copy-as-markdown.md')).toMatchObject({ n: 1, yes: 0 });

  await page.getByLabel('It did not work').check();
  await page.getByLabel('Comment').fill('Line one\nLine two');
  await takeTime();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('will read it');
  await page.reload();
  expect(reportOn('articles/en/using/copy-as-markdown.md')).toMatchObject({
    n: 1,
    comments: [{ comment: 'Line one\nLine two', reason: 'did-not-work', section: null }],
  });
  await page.getByRole('link', { name: /^Back to/ }).click();
  await expect(page).toHaveURL('/articles/using/copy-as-markdown');
});

test('a second vote takes the place of the first', async ({ page }) => {
  for (const answer of ['No', 'Yes']) {
    await page.goto('/articles/concepts/csat');
    await page.getByRole('button', { name: answer }).click();
    await expect(page.getByRole('status')).toContainText('Thank you');
  }
  expect(reportOn('articles/en/concepts/csat.md')).toMatchObject({ n: 1, yes: 1 });
});

test('feedback on a page in another language counts for the text that was shown', async ({
  page,
}) => {
  await page.goto('/de/articles/concepts/nps');
  await page.getByRole('button', { name: 'Ja' }).click();
  await expect(page).toHaveURL(/^[^?]*\/de\/articles\/concepts\/nps\/feedback/);
  await expect(page.getByRole('status')).toHaveText('Danke. Gut zu wissen.');
  await page.getByLabel('Kommentar').fill('Gut');
  await takeTime();
  await page.getByRole('button', { name: 'Senden' }).click();
  await expect(page.getByRole('status')).toContainText('Danke');
  expect(reportOn('articles/en/concepts/nps.md')).toMatchObject({
    n: 1,
    comments: [{ comment: 'Gut', locale: 'de' }],
  });
});

test('the feedback page asks the question to whoever comes without an answer', async ({ page }) => {
  await page.goto('/articles/concepts/ces/feedback');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Feedback on');
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('status')).toHaveText('Thank you. Good to know.');
});

test('a form that is sent at once gets the same answer and is not counted', async ({ page }) => {
  await page.goto('/articles/concepts/freshness');
  await page.getByRole('button', { name: 'No' }).click();
  await page.getByLabel('Comment').fill('Buy things at spam.example');
  // Sent with a ticket of this very moment, however long the browser took to type.
  const ticket = await page.locator('input[name=ticket]').inputValue();
  await page.goto(page.url());
  const fresh = await page.locator('input[name=ticket]').inputValue();
  expect(fresh).not.toBe(ticket);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('will read it');
  const { comments } = reportOn('articles/en/concepts/freshness.md');
  expect(comments.map(({ comment }) => comment)).not.toContain('Buy things at spam.example');
});
