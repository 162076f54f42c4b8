import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '#tests/e2e/pages/quiet-page.ts';
import { searchBox, searchFor } from './search-box.ts';

const article = '/articles/using/search';

/** Comes to a page on a device that has searched before, the last of these first. */
async function open(page: Page, queries = ['snippet', 'two-factor', 'Invite a team']) {
  await page.goto(article);
  await page.evaluate(
    (queries) => localStorage.setItem('recent-searches', JSON.stringify(queries)),
    queries,
  );
  return searchBox(page);
}

const kept = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('recent-searches') ?? '[]') as string[]);

test('what was searched for stands below the empty box, and a key searches it again', async ({
  page,
}) => {
  const { input, list, options, active, status } = await open(page);
  await page.keyboard.press('/');
  await expect(options).toHaveText(['snippet', 'two-factor', 'Invite a team']);
  await expect(list).toHaveAccessibleName('Recent searches');
  await expect(input).toHaveAttribute('aria-expanded', 'true');
  await expect(status).toHaveText('3 recent searches');
  await expect(page.getByText('Kept on this device only.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(active).toHaveText('snippet');
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue('snippet');
  await expect(input).toBeFocused();
  await expect(list.getByText('Reuse text with')).toBeVisible();
  await expect(list).toHaveAccessibleName('Articles found');
  await expect(page.getByText('Kept on this device only.')).toBeHidden();
  await expect(page).toHaveURL(article);
});

test('a search counts when it is sent, opened or dismissed, not while it is typed', async ({
  page,
}) => {
  await page.goto(article);
  const { list } = await searchFor(page, 'snippet');
  expect(await kept(page)).toEqual([]);
  await list.getByText('Reuse text with').click();
  await expect(page).toHaveURL('/articles/writing/snippets');
  expect(await kept(page)).toEqual(['snippet']);

  await page.keyboard.press('/');
  await page.keyboard.type('  invite   TEAM ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  expect(await kept(page)).toEqual(['invite TEAM', 'snippet']);

  await page.goto(article);
  await searchFor(page, 'deflection');
  await page.keyboard.press('Escape');
  expect(await kept(page)).toEqual(['deflection', 'invite TEAM', 'snippet']);

  // A result of a page that somebody sent.
  await page.goto('/search?q=callouts');
  expect((await kept(page))[0]).toBe('deflection');
  await page.getByRole('main').locator('h3 a').first().click();
  await page.waitForURL(/\/articles\//);
  expect((await kept(page))[0]).toBe('callouts');
});

test('the arrow opens the list again, Escape closes it, letters lead to results', async ({
  page,
}) => {
  const { input, list, options, active } = await open(page);
  await page.keyboard.press('/');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeVisible();
  await expect(active).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(active).toHaveText('Invite a team');
  await page.keyboard.type('snippet');
  await expect(list.getByText('Reuse text with')).toBeVisible();
  await expect(options.filter({ hasText: 'Invite a team' })).toHaveCount(0);
});

test('each can be removed, and all, with the keyboard alone', async ({ page }) => {
  const { input, list, options, active, status } = await open(page);
  await page.keyboard.press('/');
  await expect(list).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(options).toHaveText(['snippet', 'Invite a team']);
  await expect(active).toHaveText('Invite a team');
  await expect(status).toHaveText('“two-factor” removed.');
  expect(await kept(page)).toEqual(['snippet', 'Invite a team']);

  // Beyond the box's own button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Remove “snippet”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove “Invite a team”' })).toBeFocused();
  await expect(options).toHaveText(['Invite a team']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(input).toBeFocused();
  await expect(status).toHaveText('Recent searches cleared.');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeHidden();
});

test('Escape on a button of the list leads back to the box, closed', async ({ page }) => {
  const { input, list } = await open(page);
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Clear recent searches' }).focus();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toBeFocused();
});

test('nobody is told which recent search was chosen as if it were a result', async ({ page }) => {
  const { input, options } = await open(page);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    addEventListener('helpmark:event', ({ detail }) => told.push(detail.kind));
  });
  await searchFor(page, 'article');
  await input.fill('');
  await page.keyboard.press('ArrowDown');
  await options.filter({ hasText: 'two-factor' }).click();
  await expect(input).toHaveValue('two-factor');
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toEqual(['searched']);
});

test('where the browser refuses to store, the search works as ever', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  await page.goto(article);
  const { list } = await searchFor(page, 'snippet');
  await list.getByText('Reuse text with').click();
  await expect(page).toHaveURL('/articles/writing/snippets');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme });

    test('a tap lists, searches and removes; axe finds nothing', async ({ page }) => {
      const long = 'why does the invitation that I sent to my colleague not arrive at all';
      const { input, options, list } = await open(page, ['snippet', long, ...'abcdef']);
      await input.tap();
      await expect(options).toHaveCount(8);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      // Each button stands beside its own search.
      for (const at of [0, 1, 7]) {
        const option = await options.nth(at).boundingBox();
        const button = await page.locator('.removals button').nth(at).boundingBox();
        expect(button?.y).toBeCloseTo(option?.y ?? -1, 0);
        expect(button?.height).toBeCloseTo(option?.height ?? -1, 0);
      }
      await page.getByRole('button', { name: 'Remove “a”' }).tap();
      await expect(options).toHaveCount(7);
      await options.first().tap();
      await expect(list.getByText('Reuse text with')).toBeVisible();
    });
  });
}
