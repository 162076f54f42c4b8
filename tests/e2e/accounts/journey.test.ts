import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mailedPath } from './mailbox.ts';

test.use({ javaScriptEnabled: false });

const email = `ada-${process.pid}@example.com`;
const handle = `ada-${process.pid}`;
const password = 'correct horse battery';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function signIn(page: Page, secret: string): Promise<void> {
  await field(page, 'E-mail address').fill(email);
  await field(page, 'Password').fill(secret);
  await button(page, 'Sign in').click();
}

test('a person signs up, verifies, changes the profile, signs out and gets a new password', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await page.goto('/articles/using/search');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: /Sign up/ }).click();
  await field(page, 'Name').fill('Ada <b>L.</b>');
  await field(page, 'Handle').fill('No_handle');
  await field(page, 'E-mail address').fill(email);
  await field(page, 'Password').fill('password12');
  await button(page, 'Sign up').click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Nothing that you typed is lost',
  );
  await expect(page.getByText('A handle has 3 to 30')).toBeVisible();
  await expect(field(page, 'Handle')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Name')).toHaveValue('Ada <b>L.</b>');
  await field(page, 'Handle').fill(handle);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign up').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  expect(await context.cookies()).toEqual([]);

  const link = await mailedPath(email);
  await page.goto(link);
  expect(await context.cookies()).toEqual([]);
  await page.goto(link);
  await button(page, 'Open my account').click();
  await expect(page).toHaveURL('/account');
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' });
  await expect(page.getByRole('banner')).toContainText('Ada <b>L.</b>');

  await field(page, 'About you').fill('I look after\nengines.');
  await field(page, 'Name').fill('Ada');
  await button(page, 'Save').click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
  await page.getByRole('link', { name: 'See your page' }).click();
  await expect(page).toHaveURL(`/members/${handle}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada');
  await expect(page.getByText('I look after')).toBeVisible();

  await page.getByRole('banner').getByRole('link', { name: 'Ada' }).click();
  await button(page, 'Sign out').click();
  await expect(page).toHaveURL('/account/sign-in');
  expect(await context.cookies()).toEqual([]);
  await context.addCookies([cookie!]);
  await page.goto('/account');
  await expect(page).toHaveURL('/account/sign-in?next=%2Faccount');

  await signIn(page, 'not the password');
  await expect(page.getByText('do not go together')).toBeVisible();
  await expect(field(page, 'E-mail address')).toHaveValue(email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await field(page, 'E-mail address').fill(email);
  await button(page, 'Mail me a link').click();
  await page.goto(await mailedPath(email));
  await field(page, 'New password').fill('quite another one');
  await button(page, 'Save the password').click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');

  await button(page, 'Sign out everywhere').click();
  await page.goto('/account/sign-in?next=/search%3Fq%3Dtabs');
  await signIn(page, 'quite another one');
  await expect(page).toHaveURL('/search?q=tabs');

  await page.goto('/account');
  await button(page, 'Delete my account for good').click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Your account is deleted');
  expect((await page.goto(`/members/${handle}`))?.status()).toBe(404);
});

test('a mailed link signs in and leads on', async ({ page }) => {
  const own = `by-mail-${process.pid}@example.com`;
  await page.goto('/de/account/sign-up');
  await field(page, 'Name').fill('Bea');
  await field(page, 'Kürzel').fill(`bea-${process.pid}`);
  await field(page, 'E-Mail-Adresse').fill(own);
  await field(page, 'Passwort').fill(password);
  await button(page, 'Konto eröffnen').click();
  await page.goto(await mailedPath(own));
  await button(page, 'Mein Konto eröffnen').click();
  await button(page, 'Abmelden').click();

  await page.goto('/account/sign-in-link?next=/search');
  await field(page, 'E-mail address').fill(own);
  await button(page, 'Mail me a link').click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('We have sent a mail');
  // The member chose German when they signed up.
  await page.goto(await mailedPath(own));
  await expect(page).toHaveURL(/^[^?]*\/de\/account\/sign-in-link/);
  await button(page, 'Anmelden').click();
  await expect(page).toHaveURL('/search');
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('schon benutzt');
});

/** What axe and the width of the page have against it. */
async function offences(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  return overhang > 0 ? [...found, `${overhang} px too wide`] : found;
}

test.describe('signed in', () => {
  test.use({ javaScriptEnabled: true });

  test('axe finds nothing on the pages of the account and the member', async ({ page }) => {
    test.setTimeout(120_000);
    const name = `axe-${process.pid}`;
    await page.goto('/account/sign-up');
    await field(page, 'Name').fill('A rather long name that would not fit into any header, ever');
    await field(page, 'Handle').fill(name);
    await field(page, 'E-mail address').fill(`${name}@example.com`);
    await field(page, 'Password').fill(password);
    await button(page, 'Sign up').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    await page.goto(await mailedPath(`${name}@example.com`));
    expect(await offences(page)).toEqual([]);
    await button(page, 'Open my account').click();
    await expect(page).toHaveURL('/account');
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const address of ['/account', '/ar/account', `/members/${name}`]) {
        await page.goto(address);
        expect(await offences(page), address).toEqual([]);
      }
    }
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 }, javaScriptEnabled: true });

      for (const address of [
        '/account/sign-in',
        '/account/sign-up',
        '/account/sign-up?sent',
        '/account/reset',
        '/ar/account/sign-in-link?token=old',
        '/ja/account/sign-up',
      ]) {
        test(`axe finds nothing on ${address}`, async ({ page }) => {
          await page.goto(address);
          expect(await offences(page)).toEqual([]);
        });
      }
    });
  }
}
