import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signedIn } from '#tests/e2e/community/members.ts';
import { mailAbout, pathOf } from './due-mails.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = () => `Where do I find lost article ${Math.random().toString(36).slice(2)}?`;

/** Asks a question. @returns its path */
async function ask(page: Page, asked: string, tags = ''): Promise<string> {
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill('I read it yesterday and cannot find it any more.');
  await page.getByLabel('Tags').fill(tags);
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  return new URL(page.url()).pathname;
}

async function answer(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Your answer').fill(text);
  await button(page, 'Post answer').click();
  await expect(page.getByText(text)).toBeVisible();
}

/** The bell of a page, once it says so many. */
async function expectUnread(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.goto('/community');
    const said = count === 0 ? 'Notifications' : `Notifications, ${count} unread`;
    const bell = page.locator('#site-header').getByRole('link', { name: /^Notifications/ });
    expect(await bell.getAttribute('aria-label')).toBe(said);
  }).toPass({ timeout: 15_000 });
}

test('a member follows, is told on the site and by mail, and stops it', async ({ browser }) => {
  test.slow();
  const asker = await signedIn(browser, 'Amira');
  const helper = await signedIn(browser, 'Bo');
  const keen = await signedIn(browser, 'Chidi');
  const asked = title();
  const tag = `t${Math.random().toString(36).slice(2)}`;

  await keen.goto(`/community/tags/${tag}`);
  await button(keen, 'Follow').click();
  await expect(keen).toHaveURL(new RegExp(`/community/tags/${tag}$`));
  await expect(button(keen, 'Stop following')).toBeVisible();

  const path = await ask(asker, asked, tag);
  await expect(button(asker, 'Stop following')).toBeVisible();
  await expectUnread(keen, 1);
  await keen.goto('/account/notifications');
  await expect(keen.getByText('New', { exact: true })).toBeVisible();
  await button(keen, `Amira asked “${asked}”.`).click();
  await expect(keen.getByRole('heading', { level: 1 })).toHaveText(asked);
  await expectUnread(keen, 0);
  await keen.goto(path);
  await button(keen, 'Follow').click();
  await expect(button(keen, 'Stop following')).toBeVisible();

  await answer(helper, path, 'Type two of its words into the search.');
  await expectUnread(asker, 1);
  await expectUnread(keen, 1);
  await keen.goto('/account/notifications');
  await button(keen, 'Mark all as read').click();
  await expect(button(keen, 'Mark all as read')).toHaveCount(0);
  await expectUnread(keen, 0);

  const mail = await mailAbout(asked);
  expect(mail).toContain(`Bo answered “${asked}”.`);
  const place = pathOf(mail, 'Read it in its place');
  await asker.goto(place);
  expect(new URL(asker.url()).hash).toMatch(/^#answer-\d+$/);
  await expect(asker.locator(new URL(asker.url()).hash)).toContainText('Type two of its words');

  // Whoever has the mail can stop it, signed in or not.
  const anybody = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await anybody.goto(new URL(pathOf(mail, 'Stop mails like this one'), asker.url()).href);
  await expect(anybody.getByText('Do you want no more mails about answers')).toBeVisible();
  await button(anybody, 'Stop').click();
  await expect(anybody.getByRole('status')).toContainText('No more mails about answers');
  await asker.goto('/account/mail');
  const own = asker.getByLabel('Answers to my questions, comments on what I wrote');
  await expect(own).toHaveValue('never');
  await expect(asker.getByLabel('Somebody mentions me')).toHaveValue('now');
  await own.selectOption('daily');
  await asker.getByLabel('Follow questions that I ask, answer or comment on').uncheck();
  await button(asker, 'Save').click();
  await expect(asker.getByRole('status')).toHaveText('Saved.');
  await expect(own).toHaveValue('daily');
  await answer(asker, await ask(keen, title()), 'I have looked into that one, too.');
  await expect(button(asker, 'Follow')).toBeVisible();

  await asker.goto('/account/following');
  await expect(asker.getByRole('link', { name: asked })).toBeVisible();
  await button(asker, `Stop following ${asked}`).click();
  await expect(asker.getByRole('link', { name: asked })).toHaveCount(0);
  await keen.goto('/account/following');
  await button(keen, `Stop following Tag “${tag}”`).click();
  await expect(keen.getByText('You follow no category and no tag')).toBeVisible();
});

test('an open page says when there are new answers, and reading them empties the bell', async ({
  browser,
}) => {
  const asker = await signedIn(browser, 'Dana', 'member', { javaScript: true });
  const helper = await signedIn(browser, 'Emre');
  const plain = await signedIn(browser, 'Freya');
  const asked = title();
  const path = await ask(plain, asked);
  await asker.goto(path);
  await button(asker, 'Follow').click();
  await expect(button(asker, 'Stop following')).toBeVisible();
  const live = asker.locator('#new-answers');
  await expect(live).toHaveText('');

  await answer(helper, path, 'Type two of its words into the search.');
  await expect(live).toContainText('New answers: 1.', { timeout: 15_000 });
  await answer(helper, path, 'Or look into the history of your browser.');
  await expect(live).toContainText('New answers: 2.', { timeout: 15_000 });
  await asker.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page: asker }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await live.getByRole('link', { name: 'Show them' }).click();
  await expect(asker.getByText('Or look into the history')).toBeVisible();
  await expect(live).toHaveText('');

  // Being there marked what was told of it as read, without a word.
  await expectUnread(asker, 0);
});

test('axe finds nothing on the pages about news, narrow and dark', async ({ browser }) => {
  test.setTimeout(180_000);
  const asker = await signedIn(browser, 'Goran', 'admin', { javaScript: true });
  const helper = await signedIn(browser, 'Hana');
  const asked = title();
  const path = await ask(await signedIn(browser, 'Ines'), asked, 'search');
  const seeing = asker;
  await seeing.goto(path);
  await button(seeing, 'Follow').click();
  await seeing.goto('/community/tags/search');
  await button(seeing, 'Follow').click();
  await answer(helper, path, 'Type two of its words into the search.');
  const mail = await mailAbout(asked);
  await expectUnread(seeing, 1);
  await seeing.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await seeing.emulateMedia({ colorScheme });
    for (const address of [
      '/account/notifications',
      '/ar/account/notifications',
      '/account/following',
      '/account/mail',
      '/de/account/mail',
      pathOf(mail, 'Stop mails like this one'),
      '/account/unsubscribe?of=broken',
      '/moderation/mails',
      '/ja/moderation/mails',
      '/community/tags/search',
    ]) {
      await seeing.goto(address);
      const { violations } = await new AxeBuilder({ page: seeing }).analyze();
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overhang = await seeing.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, address).toBe(0);
    }
  }
});
