import { expect, test, type Page } from '@playwright/test';
import { inlineScripts } from '#src/server/inline-scripts.ts';
import { comeToRest, everyBlock } from '#tests/e2e/pages/quiet-page.ts';

/** One page of each kind; the e2e content has an article with every block. */
const addresses = [
  '/',
  '/ja',
  '/ar',
  '/articles/using',
  '/articles/using/search',
  '/ja/articles/using/search',
  '/ar/articles/using/search',
  everyBlock,
  '/articles/writing/callouts-tabs-steps',
  '/articles/writing/images-and-video',
  '/search',
  '/search?q=tabs',
  '/ar/search?q=search',
  '/articles/using/search/feedback',
  '/404',
  '/nowhere',
  '/articles/using/nowhere',
  '/account/sign-in',
  '/account/sign-up',
  '/community',
  '/community/ask',
];

/** What the browser refused, and what it said about it. */
async function refusalsOf(page: Page): Promise<() => Promise<string[]>> {
  const said: string[] = [];
  page.on('console', (message) => {
    const isMissingPage = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isMissingPage) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(self, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return async () => [
    ...said,
    ...(await page.evaluate(() => (self as never as { refused: string[] }).refused)),
  ];
}

for (const address of addresses) {
  test(`the policy refuses nothing of ${address}`, async ({ page }) => {
    const refusals = await refusalsOf(page);
    await page.goto(address);
    await comeToRest(page);
    // The search loads its own script, WebAssembly and index at its first use.
    const box = page.locator('.search-box input').first();
    if ((await box.count()) > 0) await box.fill('search');
    await comeToRest(page);
    expect(await refusals()).toEqual([]);
  });
}

test('a video starts in its place, and a picture of another site is shown', async ({ page }) => {
  const refusals = await refusalsOf(page);
  await page.route(/^https:/, (route) => route.fulfill({ body: 'a player' }));
  await page.goto('/articles/writing/images-and-video');
  await page.locator('.video-cover').first().click();
  await expect(page.locator('iframe')).toBeVisible();
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://pictures.example.com/a.png';
    document.body.append(image);
    return new Promise((resolve) => (image.onload = image.onerror = resolve));
  });
  expect(await refusals()).toEqual([]);
});

test('a script that found its way into a page does not run', async ({ page }) => {
  const refusals = await refusalsOf(page);
  await page.route('**/articles/using/search', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      '</main>',
      `<script>self.ran = 'element'</script>
      <script>${inlineScripts.restoreTabs};self.ran = 'nearly ours'</script>
      <script src="data:text/javascript,self.ran='data'"></script>
      <script src="https://foreign.test/a.js"></script>
      <img src="data:," onerror="self.ran = 'handler'">
      <a id="link" href="javascript:self.ran='link'">x</a>
      </main>`,
    );
    await route.fulfill({ response: answer, body });
  });
  await page.goto('/articles/using/search');
  await page.locator('#link').click();
  await comeToRest(page);
  expect(await page.evaluate(() => (self as never as { ran?: string }).ran)).toBeUndefined();
  const refused = (await refusals()).filter((one) => one.startsWith('script-src-'));
  expect(refused.map((one) => one.split(' ')[0]).toSorted()).toEqual([
    'script-src-attr',
    'script-src-elem',
    'script-src-elem',
    'script-src-elem',
    'script-src-elem',
    'script-src-elem',
  ]);
});

test('no answer of any kind allows scripts in the page, and each has the other headers', async ({
  request,
}) => {
  for (const address of [
    ...addresses,
    '/favicon.svg',
    '/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/articles/using/search.md',
    '/health/live',
    '/_actions/nothing',
    '/articles//using',
  ]) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    const policy = headers['content-security-policy'] ?? '';
    const scripts = /(?:^|; )script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts, address).toMatch(/^'self' ('sha256-[\w+/=]+' ){3}'wasm-unsafe-eval'$/);
    for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'self'"])
      expect(policy, address).toContain(directive);
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});
