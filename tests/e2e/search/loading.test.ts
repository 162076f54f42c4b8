import { expect, test, type Page } from '@playwright/test';
import { searchBox, searchFor } from './search-box.ts';

const ofSearch = /SearchScript|\/pagefind\/|\/_astro\/(en|de|ja|ar)\./;

/** Addresses that the page and its workers ask for. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return requests;
}

test('nothing of the search loads before its first use', async ({ page }) => {
  const requests = requestsOf(page);
  await page.goto('/articles/using/search', { waitUntil: 'networkidle' });
  await page.mouse.move(300, 40);
  expect(requests.filter((url) => ofSearch.test(url))).toEqual([]);
  await page.keyboard.press('/');
  await expect.poll(() => requests.some((url) => url.endsWith('/sections/en.root'))).toBe(true);
});

test('who takes gzip is told that the index is; who does not gets the file as it is', async ({
  request,
}) => {
  const root = '/pagefind/sections/en.root';
  const told = await request.get(root, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(told.headers()).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(await told.json()).toHaveProperty('terms');
  const plain = await request.get(root, { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers()).not.toHaveProperty('content-encoding');
  expect([...(await plain.body()).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
});

test('the first search takes at most 200 kB', async ({ page }) => {
  await page.goto('/articles/using/search', { waitUntil: 'networkidle' });
  const finished: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    const bytes = request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    finished.push(bytes);
  });
  await searchFor(page, 'snippet');
  await page.waitForLoadState('networkidle');
  const kilobytes = (await Promise.all(finished)).reduce((sum, bytes) => sum + bytes, 0) / 1000;
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThan(200);
});

test('the search of the page loads in one language', async ({ page }) => {
  const requests = requestsOf(page);
  await page.goto('/de/articles/using/search');
  await page.keyboard.press('/');
  const { input, list } = searchBox(page);
  await input.pressSequentially('suche');
  await expect(list).toBeVisible();
  await expect(list).toHaveAccessibleName('Gefundene Artikel');
  const roots = requests.filter((url) => url.endsWith('.root'));
  expect(roots.map((url) => new URL(url).pathname)).toEqual(['/pagefind/sections/de.root']);
});

test('when the search cannot be loaded, the box says so and Enter still searches', async ({
  page,
}) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/articles/using/search');
  await page.keyboard.press('/');
  await page.keyboard.type('snippet');
  await expect(page.getByText('Search could not be loaded on this page.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=snippet$/);
  await expect(page.getByRole('heading', { name: 'Reuse text with snippets' })).toBeVisible();
});

test('after a failure the search tries again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/articles/using/search');
  await page.keyboard.press('/');
  await page.keyboard.type('snip');
  await expect(page.getByText('Search could not be loaded on this page.')).toBeVisible();
  await page.unroute('**/pagefind/**');
  await page.keyboard.type('pet');
  await expect(searchBox(page).list.getByText('Reuse text with')).toBeVisible();
});
