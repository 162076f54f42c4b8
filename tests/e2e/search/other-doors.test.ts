// The forms and the page for missing addresses find articles by the same path as the box.
import { expect } from '@playwright/test';
import { test } from './own-site-test.ts';

const sentence = 'Hello, can you please tell me how I can schdule an artcle for next week? Thanks!';
const scheduling = /\/articles\/writing\/drafts-and-scheduling/;

for (const [path, field] of [
  ['/community/ask', 'Title'],
  ['/contact', 'Subject'],
] as const) {
  test(`${path} suggests articles for a whole sentence with slips`, async ({ page }) => {
    await page.goto(path);
    await page.getByLabel(field).fill(sentence);
    const articles = page.locator('.suggestions [data-kind=articles] a');
    await expect(articles.first()).toHaveAttribute('href', scheduling);
    await page.getByLabel(field).fill('zxqjwv wvkq');
    await expect(page.locator('.suggestions')).toBeHidden();
  });
}

test('without JavaScript, asking suggests the same as a step of its own', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(sentence);
  await page.getByLabel('Details').fill('It should appear on Monday, and not before.');
  await page.getByRole('button', { name: 'Continue' }).click();
  const links = page.getByRole('main').getByRole('link');
  await expect(links.and(page.locator('[href*="/articles/"]')).first()).toHaveAttribute(
    'href',
    scheduling,
  );
  await context.close();
});

/** Paths that do not exist, and the article that their words find. */
const missing: [string, string][] = [
  ['/help/schedule-an-artcle-for-later', '/articles/writing/drafts-and-scheduling'],
  ['/kb/snippets-reuse-text.html', '/articles/writing/snippets'],
  ['/articles/using/human-talk-to-a', '/articles/using/get-further-help'],
  ['/hc/en-us/360001-maintenence_banner', '/articles/writing/notices'],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with${javaScriptEnabled ? '' : 'out'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the page for missing addresses searches their words', async ({ page }) => {
      for (const [path, article] of missing) {
        expect((await page.goto(path))?.status(), path).toBe(404);
        await expect(page.locator(`.suggested a[href="${article}"]`), path).toBeVisible();
      }
      await page.goto('/zxqjwv/wvkq');
      await expect(page.locator('.suggested a')).toHaveCount(0);
    });
  });
}

test('the page of a static host finds the same in the browser', async ({ page, request }) => {
  const prerendered = await (await request.get('/404')).text();
  for (const [path, article] of missing) {
    await page.route(`**${path}`, (route) =>
      route.fulfill({ status: 404, body: prerendered, contentType: 'text/html' }),
    );
    await page.goto(path);
    await expect(page.locator(`.suggested a[href="${article}"]`), path).toBeVisible();
  }
});
