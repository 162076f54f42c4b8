import { expect, type Page } from '@playwright/test';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

const snippets = 'a[href="/articles/writing/snippets"]';

async function typeIntoBox(page: Page, query: string) {
  await page.goto('/');
  await page.keyboard.press('/');
  const box = searchBox(page);
  const form = page.getByRole('search');
  await box.input.fill(query);
  return {
    ...box,
    note: form.locator('.above'),
    undo: form.getByRole('button', { name: /^Search for/ }),
  };
}

test.describe('in the box', () => {
  test('says what was corrected, and takes it back', async ({ page }) => {
    const { list, input, note, undo, status } = await typeIntoBox(page, 'reuse snipets');
    await expect(note.getByText('Results for “snippets”.')).toBeVisible();
    await expect(undo).toHaveText('Search for “snipets” instead');
    await expect(list.locator(snippets)).toBeVisible();
    await expect(status).toHaveText(/Results for “snippets”.* \d+ articles?/);
    await undo.click();
    await expect(undo).toBeHidden();
    await expect(input).toBeFocused();
    await expect(input).toHaveValue('reuse snipets');
    // The one word that is left finds its articles.
    await input.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=reuse\+snipets&spelling=kept$/);
    await expect(page.getByText('Results for “snippets”.')).toBeHidden();
  });

  test('other words are corrected again', async ({ page }) => {
    const { input, undo, note } = await typeIntoBox(page, 'snipets');
    await undo.click();
    await expect(note.getByText('Nothing here answers “snipets”.')).toBeVisible();
    await input.fill('snipetts');
    await expect(note.getByText('Results for “snippets”.')).toBeVisible();
    await input.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=snipetts$/);
  });

  test('stays to be taken back where nothing answers all the same', async ({ page }) => {
    const { note, undo } = await typeIntoBox(page, 'flying hippopotamus snipets rules bananas');
    await expect(note.getByText(/Nothing here answers/)).toBeVisible();
    await expect(undo).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on the page, with${javaScriptEnabled ? '' : 'out'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('says what was corrected, takes it back, and can be passed on', async ({
      page,
      browser,
      baseURL,
    }) => {
      await page.goto('/search?q=snipets');
      const main = page.getByRole('main');
      await expect(main.getByText('Results for “snippets”.')).toBeVisible();
      await expect(main.locator(`h3 ${snippets}`)).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Search the help center' })).toHaveValue(
        'snipets',
      );
      await main.getByRole('link', { name: 'Search for “snipets” instead' }).click();
      await expect(page).toHaveURL('/search?q=snipets&spelling=kept');
      await expect(main.locator('[data-summary]')).toHaveText('Nothing here answers “snipets”.');
      await expect(main.locator(`h3 ${snippets}`)).toHaveCount(0);
      const other = await browser.newPage({ baseURL, javaScriptEnabled });
      await other.goto(page.url());
      await expect(other.locator('[data-summary]')).toHaveText('Nothing here answers “snipets”.');
      await other.close();
      await page.goBack();
      await expect(main.getByText('Results for “snippets”.')).toBeVisible();
    });
  });
}

test('on the page, Enter leaves words as they were left', async ({ page }) => {
  await page.goto('/search?q=snipets&spelling=kept');
  const input = page.getByRole('textbox', { name: 'Search the help center' });
  const answered = page.waitForResponse(/\/search\?q=snipets/);
  await input.press('Enter');
  await (await answered).finished();
  await expect(page).toHaveURL('/search?q=snipets&spelling=kept');
  await expect(page.locator('[data-summary]')).toHaveText('Nothing here answers “snipets”.');
  await input.fill('snipetts');
  await expect(page).toHaveURL('/search?q=snipetts');
  await expect(page.getByText('Results for “snippets”.')).toBeVisible();
});
