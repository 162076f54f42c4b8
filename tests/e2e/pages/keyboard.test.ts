import { expect, type Page } from '@playwright/test';
import { everyBlock, test } from './quiet-page.ts';

/** What has the focus, by its role and name as far as a test needs it. */
const focused = (page: Page) => page.locator(':focus');

async function tabTo(page: Page, text: string | RegExp, limit = 60): Promise<void> {
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab');
    const name = await focused(page).evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
    );
    if (typeof text === 'string' ? name.includes(text) : text.test(name)) return;
  }
  throw new Error(`no ${String(text)} within ${limit} presses of Tab`);
}

test('the first key leads past the header', async ({ page }) => {
  await page.goto('/articles/using/search');
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText('Skip to content');
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const isInside = await focused(page).evaluate((element) => !!element.closest('main'));
  expect(isInside).toBe(true);
});

test('from the home page to an article with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, 'Using the help center');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/articles/using');
  await tabTo(page, 'Search in detail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search in detail');
});

test('whatever has the focus can be seen, in the order of the page, and nothing traps it', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(everyBlock);
  const seen: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      // A radio button of tabs is drawn by its label.
      const drawn = element.matches('.tab > input') ? element.nextElementSibling : element;
      const style = getComputedStyle(drawn ?? element);
      const box = (drawn ?? element).getBoundingClientRect();
      return {
        name: element.outerHTML.slice(0, 90),
        outline: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      };
    });
    if (!state) break;
    seen.push(state.name);
    expect(state, state.name).toMatchObject({ outline: true, inView: true });
  }
  expect(seen.length).toBeGreaterThan(30);
  expect(seen.length).toBeLessThan(200);
  expect(seen.at(-1)).toContain('/llms.txt');
});

test('everything that a reader can do on an article can be done with keys', async ({ page }) => {
  await page.goto(everyBlock);
  await tabTo(page, 'Appearance');
  await page.keyboard.press('Space');
  await expect(focused(page)).toHaveAccessibleName('Appearance: Light');

  await page.getByRole('radio', { name: 'Bash' }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Text for Fish.', { exact: true })).toBeVisible();

  await page.getByText('What is inside', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Unfolded text.')).toBeVisible();

  await page.locator('.code pre').first().focus();
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText('Copy');
  await expect(focused(page)).toHaveCSS('opacity', '1');
});

test('wide tables and code can be scrolled with keys', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(everyBlock);
  const table = page.getByRole('group', { name: 'Table' });
  await table.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
