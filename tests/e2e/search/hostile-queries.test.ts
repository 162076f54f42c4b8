import { expect, type Page } from '@playwright/test';
import { hostileQueries } from './hostile-queries.ts';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

/** Milliseconds in which everything answers, on a machine that has other work. */
const BOUND = 8_000;

/** Keeps count of what a hostile query must not bring about; `expectUnharmed` looks at it. */
async function watch(page: Page): Promise<void> {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await page.addInitScript(() => Object.assign(window, { alert: () => (document.title = 'harm') }));
}

/** Nothing of the page was written by a query: no image, script, frame, form or handler of its own. */
async function expectUnharmed(page: Page, name: string): Promise<void> {
  const strange = await page.evaluate(() =>
    [...document.querySelectorAll('main *, [role=search] *')]
      .filter(
        (one) =>
          one.matches('script:not([src]):not([type]), iframe, object, base, style, img[src="x"]') ||
          [...one.attributes].some(
            ({ name, value }) =>
              name.startsWith('on') ||
              (['href', 'src', 'action'].includes(name) && /^\s*javascript:/i.test(value)),
          ),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  expect(strange, name).toEqual([]);
  expect(await page.title(), name).not.toBe('harm');
}

/** Puts a query into the box at one go, as a paste does; longer ones than the box takes, too. */
const put = (page: Page, query: string) =>
  searchBox(page).input.evaluate((input: HTMLInputElement, query) => {
    input.focus();
    input.value = query;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, query);

test('the box survives all of them, and searches on', async ({ page }) => {
  test.slow();
  await watch(page);
  await page.goto('/');
  await page.keyboard.press('/');
  const { list, status } = searchBox(page);
  const popup = page.locator('.search-popup');
  await put(page, 'callouts');
  await expect(list.locator('[href="/articles/writing/callouts-tabs-steps"]')).toBeVisible();
  for (const [name, query] of Object.entries(hostileQueries)) {
    const began = Date.now();
    await put(page, query);
    // The answer to it, or the box closed where nothing is left of it.
    await expect(async () => {
      const said = (await popup.isVisible()) ? await popup.textContent() : '';
      expect(said).not.toContain('Searching');
      expect(said).not.toContain('could not be loaded');
    }, name).toPass({ timeout: BOUND });
    await expectUnharmed(page, name);
    await put(page, 'snippet');
    await expect(list.locator('[href="/articles/writing/snippets"]'), name).toBeVisible();
    expect(Date.now() - began, name).toBeLessThan(BOUND);
  }
  await expect(status).toHaveText(/\d+ articles/);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with${javaScriptEnabled ? '' : 'out'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the page of results survives all of them', async ({ page, baseURL }) => {
      test.slow();
      if (javaScriptEnabled) await watch(page);
      for (const [name, query] of Object.entries(hostileQueries)) {
        const address = new URL('/search', baseURL);
        address.searchParams.set('q', query);
        // Longer requests than this no server reads.
        if (address.href.length > 12_000) continue;
        const began = Date.now();
        const response = await page.goto(address.href);
        expect(response?.status(), name).toBe(200);
        expect(Date.now() - began, name).toBeLessThan(BOUND);
        await expect(page.getByRole('heading', { level: 1, name: 'Search' }), name).toBeVisible();
        await expectUnharmed(page, name);
      }
      await page.goto('/search?q=snippet');
      await expect(page.getByRole('link', { name: 'Reuse text with snippets' })).toBeVisible();
    });
  });
}

test('on the page of results the box survives all of them, and searches on', async ({ page }) => {
  test.slow();
  await watch(page);
  await page.goto('/search?q=callouts');
  const results = page.locator('[data-results]');
  for (const [name, query] of Object.entries(hostileQueries)) {
    const answered = page.waitForResponse(
      (response) => new URL(response.url()).pathname === '/search',
      { timeout: BOUND },
    );
    await put(page, query);
    expect((await answered).status(), name).toBe(200);
    await expectUnharmed(page, name);
  }
  await put(page, 'snippet');
  await expect(results).toHaveAttribute('data-query', 'snippet');
  await expect(results.getByRole('link', { name: 'Reuse text with snippets' })).toBeVisible();
});

test('programs that ask get answers of the right kind', async ({ request }) => {
  for (const [name, query] of Object.entries(hostileQueries)) {
    const wellFormed = query.toWellFormed().slice(0, 1_000);
    const answer = await request.get('/community/search.json', { params: { q: wellFormed } });
    expect(answer.status(), name).toBe(200);
    expect(Array.isArray(await answer.json()), name).toBe(true);
  }
  // What no URL may hold is refused or read as well as can be, and is no fault of the server.
  for (const raw of ['%', '%00', '%ff%fe', '%ED%A0%80', `${'a'.repeat(60_000)}`]) {
    for (const path of ['/search', '/ja/search', '/community/search', '/community/search.json']) {
      const answer = await request.get(`${path}?q=${raw}`);
      expect(answer.status(), `${path} ${raw.slice(0, 20)}`).toBeLessThan(500);
    }
  }
  expect((await request.get('/search?q=snippet')).status()).toBe(200);
});
