import { expect, type Page } from '@playwright/test';
import { member } from '#tests/integration/community/members.ts';
import { ask } from '#tests/integration/search/sample-questions.ts';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

/** What a reader could see of the list, each time that it was changed. */
interface Sight {
  typed: string;
  first: string;
  options: number;
  questions: number;
}

/** Notes from now on what can be seen, whenever something of the list has changed. */
const note = (page: Page) =>
  page.getByRole('listbox').evaluate((list) => {
    const sights: Sight[] = [];
    const input = document.querySelector<HTMLInputElement>('[role=combobox]')!;
    new MutationObserver(() => {
      const isSeen = list.checkVisibility();
      const first = list.querySelector('.article')?.getAttribute('href') ?? '';
      sights.push({
        typed: input.value,
        first: isSeen ? first : '',
        options: isSeen ? list.querySelectorAll('[role=option]').length : 0,
        questions: isSeen ? list.querySelectorAll('.question').length : 0,
      });
    }).observe(list.closest('form')!, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden'],
    });
    Object.assign(window, { sights });
  });
const sights = (page: Page) =>
  page.evaluate(() => (window as unknown as { sights: Sight[] }).sights);

/** Types letter for letter, each when the list has answered the one before. */
async function type(page: Page, letters: string): Promise<void> {
  for (const letter of letters) {
    const asked = page.waitForResponse(/\/community\/search\.json/);
    await page.keyboard.type(letter);
    await (await asked).finished();
  }
}

test('there are results from the first letters on', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { options } = searchBox(page);
  for (const letter of 'sni') {
    await page.keyboard.type(letter);
    await expect(options.first()).toBeVisible();
  }
  await expect(options.first()).toHaveAttribute('href', '/articles/writing/snippets');
});

test('while a word is completed the list is never empty, nor does the first result move', async ({
  page,
}) => {
  for (const [begun, rest, right] of [
    ['passw', 'ord', '/articles/community/account'],
    ['snipp', 'ets', '/articles/writing/snippets'],
    ['webho', 'oks', '/articles/operating/webhooks'],
  ] as const) {
    await page.goto('/');
    await page.keyboard.press('/');
    await type(page, begun);
    const first = page.getByRole('listbox').locator('.article').first();
    await expect(first).toHaveAttribute('href', right);
    await note(page);
    await type(page, rest);
    const seen = await sights(page);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((sight) => sight.first !== right)).toEqual([]);
  }
});

test('questions of the community do not come and go with every letter', async ({ page, site }) => {
  const { id } = await member(site.db, `typing-${Math.random().toString(36).slice(2, 8)}`);
  await ask(site.db, id, [{ title: 'Does a kangaroo count as a callout?' }]);
  await page.goto('/');
  await page.keyboard.press('/');
  const { list } = searchBox(page);
  await page.keyboard.type('callout kangar');
  await expect(list.locator('.question')).toHaveCount(1);
  await note(page);
  await type(page, 'oo');
  await page.waitForTimeout(100);
  const seen = await sights(page);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter(({ questions }) => questions !== 1)).toEqual([]);
});

test('an answer that stays the same changes nothing, and keeps what is chosen', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { active, options, status } = searchBox(page);
  await type(page, 'snippet');
  await expect(options.first()).toBeVisible();
  // Screen readers are told a moment later, within the form.
  await expect(status).toHaveText(/\d+ articles?/);
  await page.keyboard.press('ArrowDown');
  await expect(active).toHaveCount(1);
  await note(page);
  await type(page, '  ');
  await page.waitForTimeout(100);
  expect(await sights(page)).toEqual([]);
  await expect(active).toHaveCount(1);
});
