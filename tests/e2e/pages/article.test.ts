import { expect } from '@playwright/test';
import { everyBlock, test } from './quiet-page.ts';

test.describe('an article', () => {
  test('says where it stands, how old it is, how long it takes and who keeps it', async ({
    page,
  }) => {
    await page.goto('/articles/using/search');
    const article = page.getByRole('article');
    await expect(
      page.getByRole('navigation', { name: 'You are here' }).getByRole('link'),
    ).toHaveText(['Help center', 'Using the help center']);
    await expect(article.locator('time').first()).toHaveText(/^Updated \w+ \d+, \d{4}$/);
    await expect(article.getByText(/^\d+ minutes? to read$/)).toBeVisible();
    await expect(article.getByText(/^Kept by \S+/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
      'href',
      /\/content\/articles\/en\/using\/search\.md$/,
    );
  });

  test('leads on: to related articles, the one before and the one after', async ({ page }) => {
    await page.goto('/articles/using/search');
    const related = page.getByRole('region', { name: 'Read next' }).getByRole('link');
    expect(await related.count()).toBeGreaterThanOrEqual(2);
    const neighbours = page.getByRole('navigation', { name: 'Previous and next article' });
    const next = neighbours.locator('[rel=next]');
    const title = (await next.innerText()).split('\n').at(-1) ?? '';
    await next.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.trim());
    await page.locator('[rel=prev]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search in detail');
  });

  test('that is unlisted is kept from search engines and lists', async ({ page }) => {
    await page.goto(everyBlock);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await page.goto('/articles/writing');
    await expect(page.getByText('Every block on one page')).toHaveCount(0);
  });
});

test.describe('the table of contents', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('follows the reading', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(everyBlock);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const current = contents.locator('[aria-current=true]');
    await page.getByRole('heading', { name: 'Callouts' }).evaluate((heading) => {
      scrollTo(0, heading.getBoundingClientRect().top + scrollY - 20);
    });
    await expect(current).toHaveText(['Callouts']);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(current).not.toHaveText(['Callouts']);
    await contents.getByRole('link', { name: 'Table' }).click();
    await expect(current).toHaveText(['Table']);
    await expect(page.locator('#table')).toBeInViewport();
  });

  test('marks the last section at the end of the page', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(everyBlock);
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last().click();
    await expect(page.locator('nav.toc [aria-current=true]')).toHaveText(['With a part']);
  });

  test('is folded above the text on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(everyBlock);
    await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
    const fold = page.locator('details.toc');
    await expect(fold.getByRole('link').first()).toBeHidden();
    await fold.locator('summary').click();
    await fold.getByRole('link', { name: 'Figures' }).click();
    await expect(page).toHaveURL(/#figures$/);
  });
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const clipboard = () => navigator.clipboard.readText();

  test('code takes the code, and says that it did', async ({ page }) => {
    await page.goto(everyBlock);
    const figure = page.locator('.code').filter({ hasText: 'greet.js' });
    await figure.hover();
    await figure.getByRole('button', { name: 'Copy' }).click();
    await expect(figure.getByRole('button')).toHaveText('Copied');
    expect(await page.evaluate(clipboard)).toBe(
      "const greeting = 'hello';\nconsole.log(`${greeting}, <world>`);",
    );
    await expect(figure.getByRole('button')).toHaveText('Copy', { timeout: 4000 });
  });

  test('as Markdown takes the article', async ({ page, request }) => {
    await page.goto('/articles/using/search');
    await page.getByRole('link', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('link', { name: 'Copied' })).toBeVisible();
    const markdown = await (await request.get('/articles/using/search.md')).text();
    expect(await page.evaluate(clipboard)).toBe(markdown);
    expect(markdown).toMatch(/^# Search in detail\n/);
  });

  test('without JavaScript leads to the Markdown', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/articles/using/search');
    await expect(page.getByRole('link', { name: 'View as Markdown' })).toHaveAttribute(
      'href',
      '/articles/using/search.md',
    );
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await context.close();
  });
});

test('a video loads nothing from elsewhere before it is asked for', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  await page.route(
    (url) => url.origin !== baseURL,
    (route) => {
      elsewhere.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>Film</p>' });
    },
  );
  await page.goto(everyBlock);
  const cover = page.getByRole('link', { name: 'How it is done' });
  await cover.scrollIntoViewIfNeeded();
  await expect(cover).toContainText('Plays from YouTube when you start it');
  expect(elsewhere).toEqual([]);
  const before = await cover.boundingBox();
  await cover.click();
  const frame = page.getByTitle('How it is done');
  await expect(frame).toBeVisible();
  await expect(frame).toBeFocused();
  expect(await frame.boundingBox()).toEqual(before);
  expect(elsewhere[0]).toBe('https://www.youtube-nocookie.com/embed/abc123?autoplay=1');
});

test('anchors can be linked to', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(everyBlock);
  const heading = page.getByRole('heading', { name: 'Details', exact: false }).first();
  await heading.hover();
  await heading.getByRole('link').click();
  await expect(page).toHaveURL(/#details$/);
  await page.goto(`${everyBlock}#with-a-part`);
  await expect(page.getByRole('heading', { name: 'With a part' })).toBeInViewport();
});

test('footnotes lead there and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(everyBlock);
  await page.locator('[data-footnote-ref]').click();
  await expect(page.getByText('The note at the foot.')).toBeInViewport();
  await page.getByRole('link', { name: 'Back to the text, 1' }).click();
  await expect(page.getByText('The first paragraph')).toBeInViewport();
});

test.describe('printing', () => {
  test('is offered where there is JavaScript to start it', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.goto(everyBlock);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed');
  });

  test('shows the article and all of its tabs, and none of the furniture', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(everyBlock);
    for (const furniture of ['banner', 'contentinfo', 'navigation', 'search'] as const) {
      for (const one of await page.getByRole(furniture).all()) await expect(one).toBeHidden();
    }
    for (const text of [
      'Text for Bash.',
      'Text for Fish.',
      'From F-Droid.',
      'From the App Store.',
    ]) {
      await expect(page.getByText(text, { exact: true })).toBeVisible();
    }
    for (const label of ['Bash', 'Fish', 'Play', 'F-Droid']) {
      await expect(page.locator('label', { hasText: label }).first()).toBeVisible();
    }
    const scripts = page.locator('.prose script');
    expect(await scripts.count()).toBeGreaterThan(0);
    for (const script of await scripts.all()) await expect(script).toHaveCSS('display', 'none');
    // On paper a dark page wastes ink.
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe(
      'rgb(29, 28, 26)',
    );
  });
});
