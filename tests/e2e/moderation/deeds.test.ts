import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { signedIn } from '#tests/e2e/community/members.ts';

const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true });
let asked = 0;
/** Unlike any other, for questions are found by their words. */
const title = () => {
  const word = () =>
    Math.random()
      .toString(36)
      .replace(/[^a-z]/g, '')
      .slice(0, 9);
  return `Where is ${word()} ${word()} number ${(asked += 1)}?`;
};

async function ask(browser: Browser, name: string) {
  const page = await signedIn(browser, name);
  const text = title();
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(text);
  await page.getByLabel('Details').fill('I read it yesterday and cannot find it any more.');
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
  return { page, title: text, path: new URL(page.url()).pathname };
}

async function answer(browser: Browser, name: string, path: string, text: string): Promise<Page> {
  const page = await signedIn(browser, name);
  await page.goto(path);
  await page.getByLabel('Your answer').fill(text);
  await button(page, 'Post answer').click();
  await expect(page.getByRole('heading', { name: /^\d+ answers?$/ })).toBeVisible();
  return page;
}

/** What says what has just been done, with the button that takes it back. */
const done = (page: Page) => page.getByRole('status').filter({ has: button(page, 'Undo') });

/** The deeds to a question, an answer or a comment, opened. */
async function deeds(page: Page, within: string): Promise<Locator> {
  const details = page.locator(`${within} details`).filter({ hasText: 'Moderate' }).first();
  await details.locator('summary').first().click();
  return details;
}

test('a moderator locks and pins a question, and takes it back', async ({ browser }) => {
  const { page, path, title: asked } = await ask(browser, 'Amira');
  await expect(page.getByText('Moderate')).toHaveCount(0);
  const moderator = await signedIn(browser, 'Mod', 'moderator');
  await moderator.goto(path);
  await button(await deeds(moderator, '#question'), 'Lock').click();
  await expect(done(moderator)).toContainText('Question: Locked');
  await page.goto(path);
  await expect(page.getByText('it takes no more answers')).toBeVisible();

  await button(done(moderator), 'Undo').click();
  await page.goto(path);
  await expect(page.getByLabel('Your answer')).toBeVisible();

  await moderator.goto(path);
  await button(await deeds(moderator, '#question'), 'Pin').click();
  await page.goto('/community');
  const first = page.locator('ol > li').filter({ hasText: asked }).first();
  await expect(first).toContainText('Pinned');
  await moderator.goto(path);
  await button(await deeds(moderator, '#question'), 'Unpin').click();
  const history = (await deeds(moderator, '#question')).getByRole('link');
  await history.filter({ hasText: 'What staff did here' }).click();
  await expect(moderator.locator('ol > li strong')).toHaveText([
    'Unpinned',
    'Pinned',
    'Taken back',
    'Locked',
  ]);
});

test('hiding and deleting want a reason, and come back by the log', async ({ browser }) => {
  const { page, path } = await ask(browser, 'Bo');
  await answer(browser, 'Chidi', path, 'Buy these shoes, they are so cheap today.');
  const moderator = await signedIn(browser, 'Mod', 'moderator');
  await moderator.goto(path);
  const [refused] = await Promise.all([
    moderator.waitForResponse((response) => response.request().method() === 'POST'),
    button(await deeds(moderator, '[id^=answer-]'), 'Hide').click(),
  ]);
  expect(refused.status()).toBe(400);
  await expect(moderator.getByRole('main').getByRole('alert')).toContainText('Please say why');
  await moderator.getByLabel('Reason').fill('It sells something.');
  await button(moderator, 'Hide').click();
  await expect(done(moderator)).toContainText('Answer: Hidden');
  await page.goto(path);
  await expect(page.getByText('Buy these shoes')).toHaveCount(0);

  await moderator.goto('/moderation/log?kind=hide');
  const entry = moderator.locator('ol > li').filter({ hasText: 'It sells something.' }).first();
  await button(entry, 'Undo').click();
  await moderator.goto('/moderation/log?kind=hide');
  await expect(moderator.getByText('It sells something.').first()).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Buy these shoes')).toBeVisible();
});

test('a duplicate leads to the other question until that is undone', async ({
  browser,
  request,
}) => {
  const first = await ask(browser, 'Dana');
  const second = await ask(browser, 'Emre');
  const moderator = await signedIn(browser, 'Mod', 'moderator');
  await moderator.goto(second.path);
  const forms = await deeds(moderator, '#question');
  await forms.getByLabel('The question that it repeats').fill(first.title);
  await button(forms, 'Mark as duplicate').click();
  await moderator.getByRole('radio', { name: first.title }).check();
  await button(moderator, 'Mark as duplicate').click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(first.title);
  await expect(moderator.getByText('1 question was found to be the same')).toBeVisible();

  const lead = await request.get(second.path, { maxRedirects: 0 });
  expect(lead.status()).toBe(302);
  expect(lead.headers()['location']).toBe(first.path);
  expect(lead.headers()['cache-control']).toBe('no-store');
  await first.page.goto(first.path);
  await expect(first.page.getByText('1 more has this question')).toBeVisible();

  await button(done(moderator), 'Undo').click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(second.title);
  await first.page.goto(first.path);
  await expect(first.page.getByText('more has this question')).toHaveCount(0);
});

test('a merged question’s answers stand at the other one, by their old address too', async ({
  browser,
}) => {
  const first = await ask(browser, 'Freya');
  const second = await ask(browser, 'Goran');
  const helper = await answer(browser, 'Hana', second.path, 'Look in the archive of last year.');
  const old = helper.url();
  const moderator = await signedIn(browser, 'Mod', 'moderator');
  await moderator.goto(second.path);
  const forms = await deeds(moderator, '#question');
  await forms
    .getByLabel('The question that it repeats')
    .fill(new URL(first.path, moderator.url()).href);
  await button(forms, 'Merge into it').click();
  await expect(done(moderator)).toContainText('Merged');
  await helper.goto('/community');
  await helper.goto(old);
  await expect(helper.getByRole('heading', { level: 1 })).toHaveText(first.title);
  await expect(helper.getByText('Look in the archive')).toBeVisible();
  await button(done(moderator), 'Undo').click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText(second.title);
  await expect(moderator.getByText('Look in the archive')).toBeVisible();
});

test('a comment is mended by its writer, with its earlier version', async ({ browser }) => {
  const { page, path } = await ask(browser, 'Ines');
  await page.goto(path);
  await page.getByText('Add a comment').first().click();
  await page.getByLabel('Comment', { exact: true }).fill('It was about fedes, I think.');
  await button(page, 'Post comment').click();
  const comment = page.locator('[id^=comment-]').filter({ hasText: 'fedes' }).first();
  await comment.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Comment', { exact: true }).fill('It was about feeds, I think.');
  await button(page, 'Save').click();
  await expect(page.getByText('about feeds')).toBeVisible();
  await page.getByRole('link', { name: 'Earlier versions' }).click();
  await expect(page.locator('del')).toContainText('fedes');
});

test('others are kept out of moderation', async ({ browser, request }) => {
  const { page, path } = await ask(browser, 'Jun');
  const [, id] = /questions\/(\d+)/.exec(path) ?? [];
  for (const address of ['/moderation/log', `/moderation/deeds/question/${id}`]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()['location']).toContain(`next=${encodeURIComponent(address)}`);
    const refused = await page.goto(address);
    expect(refused?.status()).toBe(403);
    expect(refused?.headers()['cache-control']).toContain('no-store');
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  }
  const moderator = await signedIn(browser, 'Mod', 'moderator');
  for (const address of ['/moderation/deeds/question/999999999', '/moderation/deeds/vote/1']) {
    expect((await moderator.goto(address))?.status()).toBe(404);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing where staff works, ${colorScheme}`, async ({ browser }) => {
    const { path } = await ask(browser, 'Kim');
    await answer(browser, 'Lea', path, 'It is in the archive of last year.');
    const moderator = await signedIn(browser, 'Mod', 'moderator');
    await moderator.goto(path);
    await button(await deeds(moderator, '#question'), 'Pin').click();
    const [, id] = /questions\/(\d+)/.exec(path) ?? [];
    // Axe itself needs JavaScript.
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      storageState: await moderator.context().storageState(),
      colorScheme,
    });
    const page = await context.newPage();
    for (const address of [
      '/moderation/log',
      '/ar/moderation/log',
      `/moderation/deeds/question/${id}`,
      moderator.url(),
    ]) {
      await page.goto(new URL(address, moderator.url()).href);
      for (const summary of await page.getByText('Moderate', { exact: true }).all()) {
        await summary.click();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBe(0);
    }
    await moderator.goto(path);
    await button(await deeds(moderator, '#question'), 'Unpin').click();
  });
}
