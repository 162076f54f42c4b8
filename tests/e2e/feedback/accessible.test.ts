import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { newBrowserName, takeTime } from './readers.ts';

test.use({ userAgent: newBrowserName() });

async function offences(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('axe finds nothing after a vote on the article', async ({ page }) => {
        await page.goto('/articles/concepts/series');
        await takeTime();
        await page.getByRole('button', { name: 'No', exact: true }).click();
        await expect(page.getByLabel('Section it is about')).toBeVisible();
        expect(await offences(page)).toEqual([]);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang).toBe(0);
      });

      for (const [step, query] of [
        ['question', ''],
        ['reasons', '?voted=no'],
        ['thanks', '?sent'],
      ]) {
        test(`axe finds nothing on the page of the ${step}`, async ({ page }) => {
          await page.goto(`/ar/articles/using/search/feedback${query}`);
          expect(await offences(page)).toEqual([]);
        });
      }
    });
  }
}
