import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signedIn } from './members.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = () => `Where do I find lost article ${Math.random().toString(36).slice(2)}?`;
const body = 'I read it **yesterday** and cannot find it any more.';

/** Asks a question, through the step before it is posted. */
async function ask(page: Page, asked: string): Promise<string> {
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  return new URL(page.url()).pathname;
}

test('a member asks, another answers, it is accepted, voted on and edited', async ({ browser }) => {
  const asker = await signedIn(browser, 'Amira');
  const helper = await signedIn(browser, 'Bo');
  const asked = title();

  await asker.goto('/articles/using/search');
  await asker.getByRole('link', { name: 'Ask the community about this' }).click();
  await asker.getByLabel('Title').fill(asked);
  await button(asker, 'Continue').click();
  await expect(asker.getByRole('main').getByRole('alert')).toContainText('at least 20');
  await expect(asker.getByLabel('Title')).toHaveValue(asked);
  await asker.getByLabel('Details').fill(body);
  await asker.getByLabel('Tags').fill('search lost');
  await button(asker, 'Preview').click();
  await expect(asker.locator('main strong', { hasText: 'yesterday' })).toBeVisible();
  await button(asker, 'Continue').click();
  await expect(asker.getByRole('heading', { name: 'Articles' })).toBeVisible();
  await button(asker, 'Change my question').click();
  await expect(asker.getByLabel('Title')).toHaveValue(asked);
  await button(asker, 'Continue').click();
  await button(asker, 'Post my question').click();
  await expect(asker.getByText('Asked while reading')).toBeVisible();
  await expect(asker.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const { pathname } = new URL(asker.url());

  await helper.goto('/community?order=newest');
  await helper.getByRole('link', { name: asked }).click();
  await expect(button(helper, 'Accept this answer')).toHaveCount(0);
  await helper.getByLabel('Your answer').fill('Too short');
  await button(helper, 'Post answer').click();
  await expect(helper.getByRole('main').getByRole('alert')).toContainText('at least 20');
  await expect(helper.getByLabel('Your answer')).toHaveValue('Too short');
  await helper.goto(pathname);
  await expect(helper.getByLabel('Your answer')).toHaveValue('Too short');
  await helper.getByLabel('Your answer').fill('Type two of its words into the search.');
  await button(helper, 'Post answer').click();
  await expect(helper.getByRole('heading', { name: '1 answer' })).toBeVisible();
  await button(helper, 'I have this question too').click();
  await expect(helper.getByText('1 more has this question')).toBeVisible();

  await asker.goto(pathname);
  await expect(asker.locator('meta[name=robots]')).toHaveCount(0);
  await button(asker, 'Accept this answer').click();
  await expect(asker.getByRole('heading', { name: 'Accepted answer' })).toBeVisible();
  await button(asker, 'Helpful').click();
  await expect(asker.locator('article').getByText('1 vote')).toBeVisible();
  await button(asker, 'Helpful').click();
  await expect(asker.locator('article').getByText('0 votes')).toBeVisible();

  await asker.getByRole('link', { name: 'Edit', exact: true }).click();
  await asker.getByLabel('Details').fill(`${body} It was about feeds.`);
  await button(asker, 'Save').click();
  await asker.getByRole('link', { name: /^edited/ }).click();
  await expect(asker.locator('ins')).toContainText('about feeds');
});

test('an old address of a question leads to the present one', async ({ browser, request }) => {
  const path = await ask(await signedIn(browser, 'Chidi'), title());
  const [, base = ''] = /^(.*\/\d+)\//.exec(path) ?? [];
  for (const old of [base, `${base}/something-else`]) {
    const answer = await request.get(old, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers()['location']).toBe(path);
  }
  expect((await request.get('/community/questions/999999999')).status()).toBe(404);
  const feed = await request.get(`${base}.xml`);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
});

test('a deleted question is gone for others, and can be brought back', async ({
  browser,
  request,
}) => {
  const page = await signedIn(browser, 'Dana');
  const path = await ask(page, title());
  await button(page, 'Delete').click();
  expect((await request.get(path)).status()).toBe(410);
  await button(page, 'Restore').click();
  expect((await request.get(path)).status()).toBe(200);
});

test('who is not signed in is led to sign in and loses nothing', async ({ browser, page }) => {
  const path = await ask(await signedIn(browser, 'Emre'), title());
  await page.goto(path);
  const link = page.getByRole('link', { name: 'Sign in to answer, comment or vote' });
  await expect(link).toHaveAttribute('href', new RegExp(`next=${encodeURIComponent(path)}`));

  const leaving = await signedIn(browser, 'Freya');
  await leaving.goto(path);
  await leaving.getByLabel('Your answer').fill('Typed while the session ended.');
  await leaving.context().clearCookies();
  const [answer] = await Promise.all([
    leaving.waitForResponse((response) => response.request().method() === 'POST'),
    button(leaving, 'Post answer').click(),
  ]);
  expect(answer.status()).toBe(401);
  await expect(leaving.getByRole('main').getByRole('alert')).toContainText('not signed in');
  await expect(leaving.getByLabel('Your answer')).toHaveValue('Typed while the session ended.');
});

test('axe finds nothing in the community', async ({ browser }) => {
  const page = await signedIn(browser, 'Goran', 'moderator');
  const path = await ask(page, title());
  // Axe itself needs JavaScript.
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    storageState: await page.context().storageState(),
    colorScheme: 'dark',
  });
  const seeing = await context.newPage();
  for (const address of ['/community', '/ar/community/tags/search', '/community/ask', path]) {
    await seeing.goto(new URL(address, page.url()).href);
    const { violations } = await new AxeBuilder({ page: seeing }).analyze();
    expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    const overhang = await seeing.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);
  }
});
