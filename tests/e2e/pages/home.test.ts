import { expect } from '@playwright/test';
import { test } from './quiet-page.ts';

test('the home page answers on its first screen: search, then the categories', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How can we help?');
  const search = page.getByRole('search');
  await expect(search).toHaveCount(1);
  await expect(search.getByLabel('Search the help center')).toBeInViewport();
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeInViewport();
});

test('each category is there with an icon, its first articles and how many it holds', async ({
  page,
}) => {
  await page.goto('/');
  const categories = page
    .getByRole('region', { name: 'Browse by category' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
  expect(await categories.count()).toBeGreaterThanOrEqual(4);
  for (const category of await categories.all()) {
    await expect(category.locator('h3 svg')).toBeVisible();
    await expect(category.getByRole('link', { name: /\d+/ }).last()).toBeVisible();
    expect(await category.getByRole('listitem').count()).toBeGreaterThanOrEqual(1);
  }
});

test('from the home page over a category to an article and back', async ({ page }) => {
  await page.goto('/');
  const heading = page.getByRole('heading', { level: 3 }).first();
  const category = await heading.innerText();
  await heading.getByRole('link').click();
  await expect(page).toHaveURL(/\/articles\/[^/]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(category);

  const first = page.getByRole('main').getByRole('listitem').first().getByRole('link');
  const title = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.getByRole('navigation', { name: 'You are here' }).getByText(category).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(category);
  await page.getByRole('banner').getByRole('link', { name: 'Helpmark Help' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('what was updated last stands with its day, the latest first', async ({ page }) => {
  await page.goto('/');
  const days = await page
    .getByRole('region', { name: 'Recently updated' })
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual(days.toSorted().toReversed());
});

test('“Still need help?” stands in the same place on every page', async ({ page }) => {
  for (const path of [
    '/',
    '/articles/using',
    '/articles/using/search',
    '/search?q=x',
    '/nowhere',
  ]) {
    await page.goto(path);
    const help = page.getByRole('contentinfo').getByRole('region', { name: 'Still need help?' });
    await expect(help.getByRole('link', { name: 'E-mail us' })).toBeVisible();
  }
});

test('the pages for machines are linked and there', async ({ page, request }) => {
  await page.goto('/articles/using/search');
  const hrefs = await page
    .locator('link[rel=alternate][type], link[rel=describedby], link[rel=icon]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs).toEqual(
    expect.arrayContaining(['/feed.xml', '/articles/using/search.md', '/llms.txt']),
  );
  for (const href of [...hrefs, '/sitemap.xml', '/robots.txt']) {
    expect((await request.get(href)).status(), href).toBe(200);
  }
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  const preview = await request.get(new URL(image ?? '').pathname);
  expect(preview.headers()['content-type']).toBe('image/png');
});

test('each page tells search engines its one address', async ({ page }) => {
  for (const [path, canonical] of [
    ['/', '/'],
    ['/de', '/de'],
    ['/articles/using', '/articles/using'],
    ['/ja/articles/using/search', '/ja/articles/using/search'],
    ['/articles/using/search.html', '/articles/using/search'],
  ] as const) {
    await page.goto(path);
    const link = page.locator('link[rel=canonical]');
    await expect(link).toHaveAttribute('href', `http://help.example.com${canonical}`);
  }
});
