import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test, withQuestions } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

/** Queries by what the search has to say to them. */
const states = {
  correction: 'snipets article',
  quote: 'how do I make a snippet',
  'nothing answers': 'why do purple hippopotamus write bananas',
  'solved questions among articles': 'reuse snippets in madagascar',
};

withQuestions('lemur', [
  {
    title: 'Can I reuse snippets in Madagascar?',
    answers: ['Yes. Write each of the snippets once, and reuse it from Madagascar on.'],
    isSolved: true,
  },
  { title: 'Who else wants to reuse snippets in Madagascar?' },
]);

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme });

      test('axe finds nothing in any state of the page and of the box', async ({ page }) => {
        test.slow();
        for (const [state, query] of Object.entries(states)) {
          await page.goto(`/search?q=${query}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations, state).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, state).toBeLessThanOrEqual(width);

          await page.goto('/');
          await page.keyboard.press('/');
          const asked = page.waitForResponse(/\/community\/search\.json/);
          await searchBox(page).input.fill(query);
          await (await asked).finished();
          await expect(page.locator('.search-popup')).toBeVisible();
          const box = await new AxeBuilder({ page }).analyze();
          expect(box.violations, `${state}, in the box`).toEqual([]);
        }
      });
    });
  }
}
