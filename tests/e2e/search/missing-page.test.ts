import { expect, test } from '@playwright/test';

const suggested = '.suggested a';

test.describe('without JavaScript, at an address that does not exist', () => {
  test.use({ javaScriptEnabled: false });

  test('the article that was meant comes first, and the search has the words', async ({ page }) => {
    const response = await page.goto('/articles/writing/snipets');
    expect(response?.status()).toBe(404);
    await expect(page.locator(suggested).first()).toHaveText('Reuse text with snippets');
    await expect(page.getByRole('textbox')).toHaveValue('snipets writing');
    await page.locator(suggested).first().click();
    await expect(page).toHaveURL('/articles/writing/snippets');
  });

  test('articles with the words of the address are suggested', async ({ page }) => {
    await page.goto('/hc/en-us/articles/360012345-using-callouts.html');
    await expect(page.locator(suggested).filter({ hasText: /callouts/i })).toHaveCount(1);
  });

  test('an address without a telling word gets none', async ({ page }) => {
    await page.goto('/12345/zzqqxx');
    await expect(page.locator(suggested)).toHaveCount(0);
    await expect(page.getByText('Nothing in the help center is close')).toBeVisible();
  });

  test('suggestions are in the language of the address', async ({ page }) => {
    await page.goto('/de/articles/using/serch');
    await expect(page.locator(suggested).first()).toHaveAttribute(
      'href',
      '/de/articles/using/search',
    );
  });
});

test('the page of a static host finds suggestions in the browser', async ({ page, request }) => {
  const missing = await (await request.get('/404')).text();
  await page.route('**/old/snippets.html', (route) =>
    route.fulfill({ status: 404, body: missing, contentType: 'text/html' }),
  );
  await page.goto('/old/snippets.html');
  await expect(page.locator(suggested).filter({ hasText: 'Reuse text with snippets' })).toHaveCount(
    1,
  );
});
