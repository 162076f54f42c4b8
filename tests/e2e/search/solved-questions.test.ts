import { expect, type Page } from '@playwright/test';
import { test, withQuestions } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

// Words that one article is about, and a name that none has.
const query = 'reuse snippets in zanzibar';
const solved = 'How can I reuse snippets in Zanzibar?';
const unsolved = 'Who would reuse snippets in Zanzibar at all?';
const answer = 'Write each snippet once and reuse it wherever Zanzibar is named.';
const article = '/articles/writing/snippets';

withQuestions('asker', [
  { title: solved, answers: [answer, 'Or do not.'], isSolved: true },
  { title: unsolved, answers: ['Reuse snippets in Zanzibar if you must.'] },
]);

const place = (texts: string[], text: string) => texts.findIndex((one) => one.includes(text));

test('in the box a solved one stands among the articles, another below', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { input, list, status } = searchBox(page);
  await input.fill(query);
  await expect(list.getByText(solved)).toBeVisible();
  const groups = list.getByRole('group');
  const texts = await groups.allTextContents();
  const at = place(texts, solved);
  // It says most of what is asked; the article follows.
  expect(at).toBeLessThan(place(texts, 'Reuse text with snippets'));
  expect(place(texts, unsolved)).toBe(texts.length - 1);
  await expect(groups.last()).toHaveAccessibleName('From the community');
  await expect(groups.nth(at)).toContainText('Solved');
  await expect(groups.nth(at)).toContainText(answer);
  await expect(groups.nth(at).locator('mark').first()).toBeVisible();
  await expect(status).toHaveText(/ 2 questions$/);
  // One list for the keyboard: it is come to in its place.
  await page.keyboard.press('Home');
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('ArrowDown');
    const active = await list.locator('[aria-selected=true]').textContent();
    if (active?.includes(solved)) break;
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/community\/questions\/\d+\/how-can-i-reuse-snippets/);
});

test('the same words again add nothing twice', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { input, list } = searchBox(page);
  await input.fill(query);
  await expect(list.getByText(solved)).toBeVisible();
  const asked = page.waitForResponse(/\/community\/search\.json/);
  await input.press('End');
  await input.press('Space');
  await (await asked).finished();
  await page.waitForTimeout(300);
  await expect(list.getByText(solved)).toHaveCount(1);
  await expect(list.getByText(unsolved)).toHaveCount(1);
});

async function expectOnPage(page: Page): Promise<void> {
  const mixed = page.getByRole('region', { name: 'Articles and solved questions' });
  const items = mixed.locator('ol > li');
  const own = items.filter({ hasText: solved });
  await expect(own).toHaveCount(1);
  await expect(own).toContainText('Solved');
  await expect(own).toContainText(answer);
  const texts = await items.allTextContents();
  expect(place(texts, solved)).toBeLessThan(place(texts, 'Reuse text with snippets'));
  await expect(mixed.getByText(unsolved)).toHaveCount(0);
  const community = page.getByRole('region', { name: 'From the community' });
  await expect(community.getByRole('link', { name: unsolved })).toBeVisible();
  await expect(community.getByText(solved)).toHaveCount(0);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with${javaScriptEnabled ? '' : 'out'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('on the page a solved one stands among the articles, another below', async ({ page }) => {
      await page.goto(`/search?q=${query}`);
      await expectOnPage(page);
      // An article that fits better comes first.
      await page.goto('/search?q=snippets');
      const links = page.getByRole('main').locator('h3 a');
      await expect(links.first()).toHaveAttribute('href', article);
    });
  });
}

test('what only the community answers is no miss', async ({ page }) => {
  await page.goto('/search?q=zanzibar snippets');
  const results = page.locator('[data-results]');
  await expect(results).not.toHaveAttribute('data-quality', 'none');
  await expect(page.getByText(/Nothing here answers/)).toHaveCount(0);
  await expect(page.getByRole('link', { name: solved })).toBeVisible();
});
