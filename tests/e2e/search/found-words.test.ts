import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { everyBlock, test } from '#tests/e2e/pages/quiet-page.ts';
import { searchFor } from './search-box.ts';

const article = '/articles/using/search';
const snippets = '/articles/writing/snippets';

const bar = (page: Page) => page.getByRole('region', { name: 'Words you searched for' });

/** The texts that are marked, all of them or the one that the reader has been led to. */
const marks = (page: Page, name: 'found-words' | 'found-word' = 'found-words') =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => `${range as Range}`),
    name,
  );

/** Searches from an article and opens the article on snippets. */
async function openSnippets(page: Page, query = 'snippet'): Promise<void> {
  await page.goto(article);
  const { list } = await searchFor(page, query);
  await list.locator(`a[href="${snippets}"]`).click();
  await expect(page).toHaveURL(snippets);
  await expect(bar(page)).toBeVisible();
}

/** Whether the place that the reader was led to can be seen, with nothing over it. */
const isPresentInSight = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('found-word') ?? [];
    if (!range) return false;
    const { top, left, width, height } = (range as Range).getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width > 0 && hit === (range as Range).startContainer.parentElement;
  });

test('the words of the search are marked, and the keyboard leads to each', async ({ page }) => {
  await openSnippets(page);
  const all = await marks(page);
  expect(all.length).toBeGreaterThan(3);
  expect(all.every((text) => /^snippets?$/i.test(text))).toBe(true);
  const before = await page.evaluate(() => [scrollY, document.body.innerHTML.includes('<mark')]);
  expect(before).toEqual([0, false]);
  await expect(bar(page).getByText(`${all.length} places: “snippet”`).first()).toBeVisible();
  await expect(bar(page).getByRole('status')).toHaveText(`${all.length} places: “snippet”`);

  // The first stop behind the link past the header.
  await page.locator('main').focus();
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Jump to the first' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => isPresentInSight(page)).toBe(true);
  await expect(bar(page).getByRole('status')).toContainText(`1 of ${all.length}: “snippet”`);
  const next = bar(page).getByRole('button', { name: 'Next' });
  await expect(next).toBeFocused();
  for (let at = 2; at <= all.length; at += 1) {
    await page.keyboard.press('Enter');
    await expect(bar(page).getByText(`${at} of ${all.length}:`).first()).toBeVisible();
    await expect.poll(() => isPresentInSight(page)).toBe(true);
  }
  await page.keyboard.press('Enter');
  await expect(bar(page).getByText(`1 of ${all.length}:`).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Previous' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar(page).getByText(`${all.length} of ${all.length}:`).first()).toBeVisible();
});

test('who taps the same spot again and again goes on and on', async ({ page }) => {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    await openSnippets(page);
    const spot = await bar(page).getByRole('button', { name: 'Jump to the first' }).boundingBox();
    for (let at = 1; at <= 3; at += 1) {
      const box = await bar(page).boundingBox();
      expect(box!.y + box!.height).toBe(viewport.height);
      await page.mouse.click(spot!.x + 20, spot!.y + spot!.height / 2);
      await expect(
        bar(page)
          .getByText(new RegExp(`^${at} of`))
          .first(),
      ).toBeVisible();
    }
  }
});

test('marks can be removed for good, which keeps the reader’s place', async ({ page }) => {
  await openSnippets(page);
  await bar(page).getByRole('button', { name: 'Remove the marks' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
  expect(await marks(page)).toEqual([]);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(bar(page)).toHaveCount(0);
});

test('marks stay through a reload and end with another page', async ({ page }) => {
  await openSnippets(page);
  await page.reload();
  await expect(bar(page)).toBeVisible();
  expect((await marks(page)).length).toBeGreaterThan(3);
  await page.goto('/');
  await page.goto(snippets, { waitUntil: 'networkidle' });
  await expect(bar(page)).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('another article than the one that was opened has no marks', async ({ page }) => {
  await openSnippets(page);
  await page.goto(article, { waitUntil: 'networkidle' });
  await expect(bar(page)).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('the page of results leads to marks as well', async ({ page }) => {
  await page.goto('/search?q=snippet');
  await page.getByRole('heading', { name: 'Reuse text with snippets' }).getByRole('link').click();
  await expect(page).toHaveURL(snippets);
  await expect(bar(page)).toBeVisible();
});

test('a result that is a section stays where the browser went', async ({ page }) => {
  await page.goto(article);
  const { list } = await searchFor(page, 'snippet');
  const section = list.locator(`a[href="${snippets}#make-a-snippet"]`);
  await section.click();
  await expect(page).toHaveURL(`${snippets}#make-a-snippet`);
  await expect(bar(page)).toBeVisible();
  await expect(page.locator(':target')).toBeInViewport();
  // The browser may still be on its way there.
  const top = () => page.locator(':target').evaluate((one) => one.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(60);
  // From there, not from the beginning of the article.
  const next = bar(page).getByRole('button', { name: 'Next' });
  await next.click();
  await expect(bar(page).getByText(/^1 of/)).toHaveCount(0);
  await bar(page).getByRole('button', { name: 'Previous' }).click();
  await expect.poll(() => isPresentInSight(page)).toBe(true);
});

test('a result on the page that is open marks it, and a second one marks it anew', async ({
  page,
}) => {
  await page.goto(snippets);
  for (const [query, word] of [
    ['snippet', /^snippets?$/i],
    ['refund', /refund/i],
  ] as const) {
    const { list, input } = await searchFor(page, query);
    await list.locator(`a[href^="${snippets}#"]`).first().click();
    await expect(bar(page).getByText(`“${query}”`).first()).toBeVisible();
    await expect(bar(page)).toHaveCount(1);
    expect((await marks(page)).every((text) => word.test(text))).toBe(true);
    await input.fill('');
    await page.locator('h1').click();
  }
});

test('what is hidden in tabs and details is opened on the way', async ({ page }) => {
  await page.goto(everyBlock);
  await page.evaluate(
    ([path]) => {
      const search = { query: 'unfolded fish', path, words: ['unfold', 'fish'] };
      sessionStorage.setItem('search-before', JSON.stringify(search));
    },
    [everyBlock],
  );
  await page.goto(everyBlock);
  await expect(bar(page)).toBeVisible();
  const { length } = await marks(page);
  // Two tabs, their names, and what is folded.
  expect(length).toBe(5);
  const next = bar(page).getByRole('button', { name: /Jump|Next/ });
  for (let at = 0; at < length; at += 1) {
    await next.click();
    await expect.poll(() => isPresentInSight(page)).toBe(true);
  }
});

test('nobody who comes by another way loads any of it', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(snippets, { waitUntil: 'networkidle' });
  expect(requests.filter((url) => /FoundWords|\/_astro\/(en|de|ja|ar)\./.test(url))).toEqual([]);
});

test('in Japanese and in Arabic', async ({ page }) => {
  for (const [locale, query] of [
    ['ja', '検索'],
    ['ar', 'البحث'],
  ] as const) {
    await page.goto(`/${locale}${article}`);
    const { list } = await searchFor(page, query);
    await list.locator(`a.article[href^="/${locale}/articles/"]`).first().click();
    await expect(page.locator('.found-words')).toBeVisible();
    expect((await marks(page)).length).toBeGreaterThan(0);
    await page.locator('.found-words button:visible').first().click();
    await expect.poll(() => isPresentInSight(page)).toBe(true);
  }
});

test('the marks are not printed', async ({ page }) => {
  await openSnippets(page);
  await page.emulateMedia({ media: 'print' });
  await expect(bar(page)).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme });

    test('the bar fits, is right for axe, and moves nothing', async ({ page }) => {
      await openSnippets(page);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as never)['value'] as number;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 500);
          }),
      );
      expect(shift).toBe(0);
      await bar(page).getByRole('button', { name: 'Jump to the first' }).tap();
      await expect.poll(() => isPresentInSight(page)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      for (const button of await bar(page).getByRole('button').all()) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(40);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      // The end of the page can still be read.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    });
  });
}
