import { expect, test, type Locator, type Page } from '@playwright/test';
import { signedIn } from '#tests/e2e/community/members.ts';
import { makeMailsDue } from '#tests/e2e/notifications/due-mails.ts';
import { siteUrl, url } from '#tests/support/e2e-site.ts';

const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true });
const main = (page: Page) => page.getByRole('main');
const answers = (page: Page) => main(page).getByRole('article');
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notifications/ });

/** Unlike any other, for questions are found by their words. */
const word = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '');

/** Opens the mailbox of the machine, and in it the newest of such mails, once it is there. */
async function openMail(page: Page, kindAndRecipient: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/dev/mail');
    const mails = main(page).getByRole('listitem').filter({ hasText: kindAndRecipient });
    await mails.getByRole('link').first().click({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
}

/** Follows a link of the mail that is open, as its text has it. */
async function follow(page: Page, link: RegExp): Promise<void> {
  const address = await main(page).getByRole('link', { name: link }).getAttribute('href');
  expect(address).toContain(siteUrl);
  // The public address of the tested site is nobody's.
  await page.goto(address!.replace(siteUrl, url));
}

/** Waits until the bell says so; a page shows what was so when it was asked for. */
async function expectBell(page: Page, said: string): Promise<void> {
  await expect(async () => {
    await page.goto('/community');
    await expect(bell(page)).toHaveAccessibleName(said, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

for (const javaScript of [true, false]) {
  test(`a newcomer's question, from sign-up to moderation, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const there = { javaScriptEnabled: javaScript, baseURL: url };
    const somebody = async () => (await browser.newContext(there)).newPage();
    const member = (name: string) => signedIn(browser, name, 'member', { javaScript });
    const moderator = (name: string) => signedIn(browser, name, 'moderator', { javaScript });
    const rare = word();
    const title = `Where does the ${rare} keep my notes?`;
    const advice = `Open the drawer below the ${rare}; they are in its left half.`;
    const handle = `ada-${rare}`.slice(0, 30);
    const email = `${handle}@example.com`;

    // Ada signs up, and proves by the mail that the address is hers.
    const ada = await somebody();
    await ada.goto('/community');
    await ada.getByRole('link', { name: 'Sign in', exact: true }).first().click();
    await ada.getByRole('link', { name: 'No account yet? Sign up' }).click();
    await ada.getByLabel('Name', { exact: true }).fill('Ada');
    await ada.getByLabel('Handle', { exact: true }).fill(handle);
    await ada.getByLabel('E-mail address', { exact: true }).fill(email);
    await ada.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await button(ada, 'Sign up').click();
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    await openMail(ada, `verify to ${email}`);
    await follow(ada, /\/account\/verify\?token=/);
    await expect(main(ada)).toContainText(email);
    await expect(ada.getByRole('banner').getByRole('link', { name: 'Ada' })).toHaveCount(0);
    await button(ada, 'Open my account').click();
    await expect(ada.getByRole('banner').getByRole('link', { name: 'Ada' })).toBeVisible();

    // She asks.
    await ada.goto('/community');
    await ada.getByRole('link', { name: 'Ask a question' }).first().click();
    await ada.getByLabel('Title').fill(title);
    await ada.getByLabel('Details').fill('I wrote them **yesterday** and cannot find them now.');
    // What may answer it already stands beside the form, or on a step of its own.
    if (!javaScript) await button(ada, 'Continue').click();
    await button(ada, 'Post my question').click();
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText(title);
    const { pathname: question } = new URL(ada.url());
    await expectBell(ada, 'Notifications');

    // Bo answers.
    const bo = await member('Bo');
    await bo.goto('/community?order=newest');
    await bo.getByRole('link', { name: title }).click();
    await expect(answers(bo)).toHaveCount(0);
    await bo.getByLabel('Your answer').fill(advice);
    await button(bo, 'Post answer').click();
    await expect(answers(bo)).toContainText(advice);

    // Ada sees it in the header, and gets a mail that leads to the very answer.
    await expectBell(ada, 'Notifications, 1 unread');
    await makeMailsDue(title);
    await openMail(ada, `answer to ${email}`);
    await expect(main(ada)).toContainText(`Bo answered “${title}”.`);
    await expect(main(ada)).toContainText(advice);
    await follow(ada, /#answer-\d+$/);
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(ada.locator(':target')).toContainText(advice);

    // She accepts it, and her thanks reach Bo, on the site and by mail.
    await button(ada, 'Accept this answer').click();
    await expect(ada.getByRole('heading', { name: 'Accepted answer' })).toBeVisible();
    await expectBell(bo, 'Notifications, 1 unread');
    await bell(bo).click();
    const thanks = `Ada accepted your answer to “${title}”. Thank you for helping!`;
    await makeMailsDue(title);
    await openMail(bo, new RegExp(`${rare}.*acceptance to bo-`, 's'));
    await expect(main(bo)).toContainText(thanks);
    await bo.goto('/account/notifications');
    await button(bo, thanks).click();
    await expect(bo.locator(':target')).toContainText(advice);

    // Whoever searches for it finds it solved.
    const visitor = await somebody();
    const found = main(visitor).getByRole('listitem').filter({ hasText: title });
    await visitor.goto('/');
    const box = visitor.getByRole('search');
    await box.getByRole('textbox').or(box.getByRole('combobox')).fill(rare);
    await visitor.keyboard.press('Enter');
    await expect(visitor).toHaveURL(/\/search\?/);
    await expect(found).toContainText('Solved');
    await visitor.goto('/community');
    await visitor.getByRole('textbox', { name: 'Search the community' }).fill(rare);
    await visitor.keyboard.press('Enter');
    await expect(visitor).toHaveURL(/\/community\/search\?/);
    await expect(found).toContainText('Solved');
    await found.getByRole('link', { name: title }).click();
    await expect(answers(visitor)).toContainText(advice);

    // Cleo thinks that the answer should not be there.
    const cleo = await member('Cleo');
    await cleo.goto(question);
    await answers(cleo).getByRole('link', { name: 'Flag' }).click();
    await cleo.getByLabel('Something else').check();
    await cleo.getByLabel('What should the moderators know?').fill('There is no drawer.');
    await button(cleo, 'Send to the moderators').click();
    await expect(main(cleo).getByRole('status')).toContainText('waits for a moderator');
    await visitor.reload();
    await expect(answers(visitor)).toContainText(advice);

    // Mo finds that in the queue; what Mo looks at nobody else decides on.
    const mo = await moderator('Mo');
    await mo.goto('/community');
    await mo
      .getByRole('banner')
      .getByRole('link', { name: /^To look at/ })
      .click();
    const waiting = main(mo).getByRole('listitem').filter({ hasText: 'Flagged' });
    await waiting.filter({ hasText: title }).getByRole('link', { name: title }).click();
    await expect(main(mo)).toContainText('There is no drawer.');
    await expect(main(mo)).toContainText('It is kept for you');
    const nia = await moderator('Nia');
    await nia.goto(mo.url());
    await expect(main(nia)).toContainText('Mo is looking at this');
    await expect(button(nia, 'Hide it')).toHaveCount(0);

    // Mo hides it: Bo is told, others no longer see it, and the question is not solved any more.
    await mo.getByLabel('Reason').fill('Nobody has such a drawer');
    await button(mo, 'Hide it').click();
    await expect(main(mo).getByRole('status')).toContainText('It is in the log');
    await expectBell(bo, 'Notifications, 1 unread');
    for (const reader of [visitor, ada, bo, cleo]) {
      await reader.goto(question);
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(main(reader)).not.toContainText(advice);
      await expect(reader.getByRole('heading', { name: 'Accepted answer' })).toHaveCount(0);
    }
    await visitor.goto(`/community/search?q=${rare}`);
    await expect(found).toContainText('Open');

    // That was wrong, says Nia, and takes it back.
    await nia.goto('/moderation/log');
    const entries = main(nia).getByRole('listitem').filter({ hasText: title });
    const hiding = entries.filter({ hasText: 'Looked at and hidden' });
    await expect(hiding).toContainText('Nobody has such a drawer');
    await button(hiding, 'Undo').click();
    await expect(hiding).toContainText('by Mo');
    await expect(hiding).toContainText('Taken back by Nia');
    await expect(button(hiding, 'Undo')).toHaveCount(0);
    await expect(async () => {
      await bo.goto('/account/notifications');
      const news = `A moderator brought back what you wrote on “${title}”.`;
      await expect(button(bo, news)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expect(entries.filter({ has: nia.getByText('Taken back', { exact: true }) })).toHaveCount(
      1,
    );
    for (const reader of [visitor, ada, bo, cleo]) {
      await reader.goto(question);
      await expect(answers(reader)).toContainText(advice);
      await expect(reader.getByRole('heading', { name: 'Accepted answer' })).toBeVisible();
    }
    await visitor.goto(`/community/search?q=${rare}`);
    await expect(found).toContainText('Solved');
  });
}
