import { expect, type Browser, type Page, test } from '@playwright/test';
import { brotliCompressSync } from 'node:zlib';
import { searchBox } from '#tests/e2e/search/search-box.ts';
import { url } from '#tests/support/e2e-site.ts';
import { browserCalled, called, eventsOf } from '#tests/support/recorded-events.ts';

/** A browser with a name of its own, closed at the end. */
async function reading(
  name: string,
  deed: (page: Page, agent: string, browser: Browser) => Promise<void>,
): Promise<void> {
  const agent = called(name);
  const browser = await browserCalled(agent);
  try {
    const context = await browser.newContext({ baseURL: url, userAgent: agent, locale: 'en-US' });
    await deed(await context.newPage(), agent, browser);
  } finally {
    await browser.close();
  }
}

const kinds = async (agent: string) => (await eventsOf(agent)).map(({ kind }) => kind);

/** Hides a page from its reader, or shows it again, as another tab in front of it does. */
async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    isVisible ? 'visible' : 'hidden',
  );
}

test('a search, the click on its second result and the reading after it are recorded, and no more', async () => {
  await reading('Reader', async (page, agent) => {
    await page.goto('/');
    const { input, list } = searchBox(page);
    const questions = page.waitForResponse(/search\.json\?q=callout/);
    await input.pressSequentially('callout', { delay: 120 });
    await expect(list).toBeVisible();
    await (await questions).finished();
    const second = list.locator('.article').nth(1);
    const path = new URL((await second.getAttribute('href')) ?? '', url).pathname;
    await second.click();
    await page.waitForURL(`**${path}*`);
    await page.waitForTimeout(1500);
    await page.goto('about:blank');

    await expect.poll(() => kinds(agent)).toHaveLength(3);
    const [searched, clicked, viewed] = await eventsOf(agent);
    expect(searched).toMatchObject({
      kind: 'searched',
      bucket: 'person',
      locale: 'en',
      details: { query: 'callout', normalised: 'callout', quality: 'good', from: 'box' },
    });
    expect(searched?.details['results']).toBeGreaterThan(1);
    const slug = path.split('/').at(-1);
    expect(clicked).toMatchObject({
      kind: 'result-clicked',
      article: slug,
      page: searched?.page,
      details: { query: 'callout', normalised: 'callout', rank: 2 },
    });
    expect(viewed).toMatchObject({ kind: 'article-viewed', article: slug });
    expect(viewed?.page).not.toBe(searched?.page);
    expect([1, 2, 3]).toContain(viewed?.details['seconds']);

    expect(await page.context().cookies()).toEqual([]);
    // What was searched for stays on the device, and nothing else does.
    const { origins } = await page.context().storageState();
    const kept = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name));
    expect(kept).toEqual(['recent-searches']);
  });
});

test('only the time in sight counts, and a page that comes back is opened once more', async () => {
  await reading('Sight', async (page, agent) => {
    // What is told of reading must have had the time for it.
    await page.clock.install({ time: Date.now() - 600_000 });
    await page.goto('/articles/using/search');
    await page.clock.runFor(5_000);
    await setVisible(page, false);
    await expect.poll(() => kinds(agent)).toHaveLength(1);
    await page.clock.runFor(100_000);
    await setVisible(page, true);
    await page.clock.runFor(4_000);
    await page.mouse.move(50, 50);
    await page.clock.runFor(300_000);
    await setVisible(page, false);
    const told = async () => (await eventsOf(agent)).map(({ details }) => details['seconds']);
    // Five, then four, and of five minutes without a sign of the reader one.
    await expect.poll(told).toHaveLength(2);
    const [first, all] = (await told()).map(Number);
    expect(first).toBeGreaterThanOrEqual(5);
    expect(first).toBeLessThan(8);
    expect(all).toBeGreaterThanOrEqual(69);
    expect(all).toBeLessThan(75);
    await setVisible(page, true);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await page.clock.runFor(2_000);
    await setVisible(page, false);
    await expect.poll(told).toHaveLength(3);
    const events = await eventsOf(agent);
    expect(events[1]?.page).toBe(events[0]?.page);
    expect(events[2]?.page).not.toBe(events[0]?.page);
    expect(Number(events[2]?.details['seconds'])).toBeLessThan(10);
  });
});

test('a page that is made ahead counts once somebody looks at it', async () => {
  await reading('Ahead', async (page, agent) => {
    await page.addInitScript(() =>
      Object.defineProperty(document, 'prerendering', { value: true, configurable: true }),
    );
    await page.goto('/articles/using/search');
    await setVisible(page, false);
    await setVisible(page, true);
    await page.waitForTimeout(500);
    expect(await kinds(agent)).toEqual([]);
    await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
    await page.waitForTimeout(50);
    await setVisible(page, false);
    await expect.poll(() => kinds(agent)).toEqual(['article-viewed']);
  });
});

test('a way of contact that is chosen is recorded by its name', async () => {
  await reading('Contact', async (page, agent) => {
    await page.goto('/articles/using/search');
    const links = page.getByRole('contentinfo').locator('li a:not([href^="/"])');
    const channels: string[] = [];
    for (const link of await links.all()) {
      channels.push((await link.getAttribute('data-channel')) ?? 'without a name');
      await link.evaluate((one) =>
        one.addEventListener('click', (event) => event.preventDefault()),
      );
      await link.click();
    }
    expect(channels.length).toBeGreaterThan(1);
    await setVisible(page, false);
    await expect.poll(() => kinds(agent)).toContain('contact-clicked');
    const events = (await eventsOf(agent)).filter(({ kind }) => kind === 'contact-clicked');
    expect(events.map(({ details }) => details['channel'])).toEqual(channels);
  });
});

test('of what is typed only settled queries are told, on the page of results too', async () => {
  await reading('Settled', async (page, agent) => {
    const queries = async () =>
      (await eventsOf(agent)).map(({ kind, details }) => [kind, details['query'], details['from']]);
    await page.goto('/');
    const { input, list } = searchBox(page);
    // Slow enough that every beginning is searched for.
    await input.pressSequentially('tabs', { delay: 300 });
    await expect(list).toBeVisible();
    await page.keyboard.press('Escape');
    await input.fill('');
    await input.fill('zzqqxx');
    // Nobody looked at what it found.
    await page.waitForTimeout(500);
    // The page that is submitted to records the search, not the box.
    await input.fill('callout');
    await expect(list).toBeVisible();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=callout/);
    await page.reload();
    const own = searchBox(page).input;
    await own.fill('');
    await own.pressSequentially('snippet', { delay: 250 });
    await page.waitForURL(/q=snippet/);
    await expect(page.locator('[data-results][data-query=snippet]')).toBeVisible();
    await page.locator('[data-results] ol > li a').first().click();
    await page.waitForURL(/\/(articles|community)\//);
    await page.goto('about:blank');
    await expect.poll(queries).toContainEqual(['result-clicked', 'snippet', undefined]);
    const told = await queries();
    expect(told.filter(([kind]) => kind === 'searched').toSorted()).toEqual(
      [
        ['searched', 'callout', 'page'],
        ['searched', 'snippet', 'page'],
        ['searched', 'tabs', 'box'],
      ].toSorted(),
    );
  });
});

test('the server records a search without JavaScript once, and nothing that is fetched ahead', async ({
  playwright,
}) => {
  const agent = called('Plain');
  const request = await playwright.request.newContext({
    baseURL: url,
    userAgent: agent,
    extraHTTPHeaders: { 'Accept-Language': 'en-US' },
  });
  await request.get('/search?q=notices', { headers: { 'Sec-Purpose': 'prefetch' } });
  await request.get('/search?q=notices', { headers: { DNT: '1' } });
  for (const more of ['', '&category=writing', '&page=2', '']) {
    await request.get(`/search?q=Notices!${more}`);
  }
  await request.get('/search?q=zzqqxx');
  await request.get('/old/page?token=secret', {
    headers: { Referer: 'https://elsewhere.test/thread?user=me' },
  });
  await expect.poll(() => kinds(agent)).toHaveLength(3);
  const events = await eventsOf(agent);
  expect(events.map(({ details }) => details)).toEqual([
    expect.objectContaining({
      query: 'Notices!',
      normalised: 'notices',
      quality: 'good',
      from: 'page',
    }),
    // The engine finds what begins like it.
    expect.objectContaining({ query: 'zzqqxx', quality: expect.stringMatching(/partial|none/) }),
    { path: '/old/page', referrer: 'elsewhere.test' },
  ]);
  expect(events.every(({ page }) => page === null)).toBe(true);
  await request.dispose();
});

for (const signal of ['doNotTrack', 'globalPrivacyControl']) {
  test(`with ${signal} nothing leaves the browser`, async () => {
    await reading('Refused', async (page, agent) => {
      await page.addInitScript((name) => {
        const value = name === 'doNotTrack' ? '1' : true;
        Object.defineProperty(navigator, name, { value });
      }, signal);
      const sent: string[] = [];
      page.on('request', (request) => {
        if (new URL(request.url()).pathname === '/events') sent.push(request.url());
      });
      await page.setExtraHTTPHeaders(signal === 'doNotTrack' ? { DNT: '1' } : { 'Sec-GPC': '1' });
      await page.goto('/search?q=tabs');
      await page.goto('/articles/using/search');
      await page.keyboard.press('/');
      await searchBox(page).input.pressSequentially('tabs');
      await expect(searchBox(page).list).toBeVisible();
      await page.goto('/nowhere');
      await page.waitForTimeout(500);
      expect(sent).toEqual([]);
      expect(await kinds(agent)).toEqual([]);
    });
  });
}

test('the beacon is small', async ({ request }) => {
  const page = await (await request.get('/articles/using/search')).text();
  const files = [...page.matchAll(/src="(\/_astro\/[^"]+\.js)"/g)].map(([, file = '']) => file);
  const scripts = await Promise.all(files.map(async (file) => (await request.get(file)).text()));
  const own = scripts.find((text) => text.includes('sendBeacon'))!;
  // It shares a file with the header's script: this is more than it costs by itself.
  const size = brotliCompressSync(own).length;
  test.info().annotations.push({ type: 'weight', description: `${size} bytes` });
  expect(size).toBeLessThan(1_500);
});

test.describe('the door', () => {
  const body = () =>
    JSON.stringify({
      locale: 'en',
      page: Math.floor(Math.random() * 2 ** 52),
      opened: Date.now() - 60_000,
      events: [{ kind: 'article-viewed', article: '/articles/using/search', seconds: 30 }],
    });

  test('takes beacons of our pages only, and none that is too long', async ({ playwright }) => {
    const agent = called('Door');
    const request = await playwright.request.newContext({
      baseURL: url,
      userAgent: agent,
      extraHTTPHeaders: { 'Accept-Language': 'en-US' },
    });
    const post = async (data: string, headers: Record<string, string> = {}) => {
      const all = { 'Content-Type': 'text/plain', Origin: url, ...headers };
      return (await request.post('/events', { data, headers: all })).status();
    };
    expect(await post(body(), { Origin: 'https://elsewhere.test' })).toBe(403);
    expect(await post(body(), { Origin: 'null' })).toBe(403);
    expect(await post(body(), { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await post(body(), { 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await post('x'.repeat(16_001))).toBe(413);
    expect((await request.get('/events')).status()).toBe(404);
    expect(await kinds(agent)).toEqual([]);

    const text = body();
    expect(await post(text, { 'Sec-Fetch-Site': 'same-origin' })).toBe(204);
    for (let time = 0; time < 3; time += 1) expect(await post(text)).toBe(204);
    for (const bad of [
      '',
      '{}',
      body().replace('30', '1e9'),
      body().replace('search', 'nowhere'),
    ]) {
      expect(await post(bad)).toBe(204);
    }
    // The answer comes when it is on the disk.
    expect(await kinds(agent)).toEqual(['article-viewed']);
    await request.dispose();
  });
});
