import { expect } from '@playwright/test';
import type { OwnSite } from '#tests/support/own-site.ts';
import { url } from '#tests/support/e2e-site.ts';
import { browserCalled, called, eventsOf } from '#tests/support/recorded-events.ts';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

const query = 'why do purple hippopotamus search bananas';
const sentence = `Nothing here answers “${query}”.`;
const askPath = '/community/ask?title=why+do+purple+hippopotamus+search+bananas&searched=';

/** How well searches for some words were answered, as it was recorded. */
async function recorded({ db }: OwnSite, words: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('events')
    .select('details')
    .where('kind', '=', 'searched')
    .orderBy('id')
    .execute();
  return rows
    .map(({ details }) => details as Record<string, unknown>)
    .filter((details) => Object.values(details).includes(words))
    .map(({ quality, from }) => [quality, from]);
}

test('the box says so, with the nearest articles and the way to ask', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { input, options, status } = searchBox(page);
  await input.fill(query);
  const form = page.getByRole('search');
  await expect(form.locator('.notes').getByText(sentence)).toBeVisible();
  await expect(form.locator('.notes').getByText('These come closest:')).toBeVisible();
  await expect(options.first()).toHaveAttribute('href', /^\/articles\//);
  await expect(status).toHaveText(`${sentence} These come closest:`);
  const ask = form.getByRole('link', { name: `Ask about “${query}”` });
  await expect(ask).toHaveAttribute(
    'href',
    new RegExp(`${askPath.replace('?', '\\?').replaceAll('+', '\\+')}`),
  );
});

test('what the box could not answer is recorded as a miss', async () => {
  // What a page sends while it goes away carries the name of the browser itself, and is taken from
  // the site's own address only.
  const agent = called('Miss');
  const browser = await browserCalled(agent);
  const page = await browser.newPage({ baseURL: url, userAgent: agent, locale: 'en-US' });
  await page.goto('/');
  await page.keyboard.press('/');
  const { input } = searchBox(page);
  await input.fill(query);
  await expect(page.locator('.notes').getByText(sentence)).toBeVisible();
  await input.press('Escape');
  await page.goto('/community');
  await expect
    .poll(async () => (await eventsOf(agent)).map(({ kind, details }) => [kind, details]))
    .toContainEqual(['searched', expect.objectContaining({ quality: 'none', from: 'box' })]);
  await browser.close();
});

test('the box finds nothing at all', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  const { input, list } = searchBox(page);
  await input.fill('zxqjwv');
  const form = page.getByRole('search');
  await expect(form.locator('.notes').getByText('Nothing here answers “zxqjwv”.')).toBeVisible();
  await expect(form.locator('.notes').getByText('Try fewer words')).toBeVisible();
  await expect(list).toBeHidden();
  await expect(form.getByRole('link', { name: 'Ask about “zxqjwv”' })).toBeVisible();
  await expect(form.getByRole('link', { name: 'Browse by category' })).toBeVisible();
});

test('what was asked goes along into the form', async ({ page }) => {
  await page.goto(`/search?q=${query}`);
  await page.getByRole('main').getByRole('link', { name: 'Ask a question' }).click();
  await expect(page.getByLabel('Title')).toHaveValue(query);
  await expect(page.getByLabel(`I searched for “${query}”`)).toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so, is recorded as a miss, and can be asked or waited on', async ({
    page,
    site,
  }) => {
    const words = 'why do purple hippopotamus write bananas';
    await page.goto(`/search?q=${words}`);
    const main = page.getByRole('main');
    await expect(main.getByText(`Nothing here answers “${words}”.`).first()).toBeVisible();
    await expect(main.getByText('These come closest:')).toBeVisible();
    await expect(main.locator('h3 a').first()).toHaveAttribute('href', /^\/articles\//);
    await expect.poll(() => recorded(site, words)).toEqual([['none', 'page']]);
    await page.goto('/search?q=callouts');
    await expect.poll(() => recorded(site, 'callouts')).toEqual([['good', 'page']]);

    await page.goto(`/search?q=${words}`);
    await page.getByLabel('Tell me when there is an answer').fill('kiri@example.com');
    await page.getByRole('button', { name: 'Tell me' }).click();
    await expect(page.getByText('You will get one mail when there is an answer.')).toBeVisible();
    await page.goto(`/search?q=${words}`);
    await main.getByRole('link', { name: 'Ask a question' }).click();
    await expect(page.getByLabel('Title')).toHaveValue(words);
  });
});
