import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signedIn } from '#tests/e2e/community/members.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });

test('an author makes a token, sees it once, and revokes it', async ({ browser }) => {
  const author = await signedIn(browser, 'Tove', 'author');
  await author.goto('/account');
  await author.getByRole('link', { name: 'See and make tokens' }).click();
  await author.getByLabel('Name').fill('x'.repeat(61));
  await button(author, 'Make a token').click();
  await expect(author.getByText('This name is too long')).toBeVisible();
  await expect(author.getByLabel('Name')).toHaveValue('x'.repeat(61));

  await author.getByLabel('Name').fill('Pipeline');
  await button(author, 'Make a token').click();
  await expect(author.locator('code')).toHaveText(/^helpmark_[\w-]{43}$/);
  await author.getByRole('link', { name: 'I have kept it' }).click();
  await expect(author.getByText('helpmark_')).toBeHidden();
  await expect(author.getByText('Never used')).toBeVisible();
  await author.getByRole('button', { name: 'Revoke Pipeline' }).click();
  await expect(author.getByRole('status')).toHaveText('The token is revoked.');
  await expect(author.getByText('Pipeline')).toBeHidden();
});

test('an admin adds a webhook, tests it, and learns why it does not arrive', async ({
  browser,
}) => {
  test.slow();
  const admin = await signedIn(browser, 'Ada', 'admin');
  await admin.goto('/moderation');
  await admin.getByRole('link', { name: 'Webhooks' }).click();
  await admin.getByLabel('Address').fill('https://localhost:9/hook');
  await admin.getByLabel('Description').fill('Chat room');
  await button(admin, 'Add it').click();
  await expect(admin.getByText('Please choose at least one event.')).toBeVisible();
  await expect(admin.getByLabel('Description')).toHaveValue('Chat room');

  await admin.getByLabel('Somebody has asked a question').check();
  await button(admin, 'Add it').click();
  await expect(admin.locator('code').filter({ hasText: 'whsec_' })).toBeVisible();
  await admin.getByRole('link', { name: 'Chat room' }).first().click();
  await expect(admin.getByText('whsec_')).toBeHidden();
  await button(admin, 'Send a test').click();
  await expect(admin.getByRole('status')).toContainText('on its way');
  await expect(async () => {
    await admin.reload();
    await expect(admin.getByText('The address leads into a private network')).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 20_000 });
  await axeFindsNothing(admin, ['', '/ar']);
  await button(admin, 'Remove it for good').click();
  await expect(admin.getByRole('status')).toHaveText('It is removed.');
});

test('axe finds nothing on the pages around', async ({ browser }) => {
  test.slow();
  const admin = await signedIn(browser, 'Ada', 'admin');
  for (const path of ['/account/tokens', '/moderation/webhooks', '/moderation/links']) {
    await admin.goto(path);
    await axeFindsNothing(admin, ['', '/ar']);
  }
});

/** Looks at a page on a phone, in both colour schemes and some languages. */
async function axeFindsNothing(page: Page, prefixes: string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Axe itself needs JavaScript.
    const context = await page
      .context()
      .browser()!
      .newContext({
        viewport: { width: 320, height: 800 },
        storageState: await page.context().storageState(),
        colorScheme,
      });
    const phone = await context.newPage();
    for (const prefix of prefixes) {
      const { origin, pathname } = new URL(page.url());
      await phone.goto(origin + prefix + pathname);
      const { violations } = await new AxeBuilder({ page: phone }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${prefix}${pathname} ${id}: ${nodes[0]?.html}`),
      ).toEqual([]);
      const overhang = await phone.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, `${prefix}${pathname}`).toBe(0);
    }
    await context.close();
  }
}
