import { expect, test } from '@playwright/test';

test('the home page offers search and the categories', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeVisible();
});
