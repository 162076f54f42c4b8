import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { chromiumOptions } from '#tests/support/browser.ts';
import { provider, siteUrl, url } from '#tests/support/e2e-site.ts';
import { type IdentityProvider, identityProvider } from '#tests/support/identity-provider.ts';
import { mailedPath, ofThisSite } from './mailbox.ts';

const options = await chromiumOptions();

// The provider sends browsers back to the public address, so they have to find the site there.
test.use({
  javaScriptEnabled: false,
  baseURL: siteUrl,
  launchOptions: {
    ...options,
    args: [
      ...(options.args ?? []),
      `--host-resolver-rules=MAP ${new URL(siteUrl).host}:80 ${new URL(url).host}`,
    ],
  },
});
// They share the provider's port.
test.describe.configure({ mode: 'serial' });

const password = 'correct horse battery';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const alert = (page: Page) => page.getByRole('main').getByRole('alert');

/** Axe needs scripts, which the pages do without: they are looked at in a browser that has them. */
async function expectNoOffence(page: Page): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);
  }
}

async function signUp(page: Page, handle: string): Promise<void> {
  await page.goto('/account/sign-up');
  await field(page, 'Name').fill(handle);
  await field(page, 'Handle').fill(handle);
  await field(page, 'E-mail address').fill(`${handle}@example.com`);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign up').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  await page.goto(await mailedPath(`${handle}@example.com`));
  await button(page, 'Open my account').click();
  await expect(page).toHaveURL('/account');
}

async function signIn(page: Page, handle: string): Promise<void> {
  await field(page, 'E-mail address').fill(`${handle}@example.com`);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign in').click();
}

/** Code that a device shows so many half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  TOTP.generate({
    secret: Secret.fromBase32(secret.replaceAll(' ', '')),
    timestamp: Date.now() + steps * 30_000,
  });

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'session')?.value;

test('a member sets up two-factor sign-in, signs in with it, loses the phone, and switches it off', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const handle = `guarded-${process.pid}`;
  await signUp(page, handle);
  const before = await sessionOf(page);
  await page.getByRole('link', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = await page.getByRole('main').locator('code').innerText();
  const code = field(page, 'Code from the app');
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(code).toHaveAttribute('inputmode', 'numeric');
  await code.fill('000000');
  await button(page, 'Switch it on').click();
  await expect(page.getByText('This code is not right')).toBeVisible();
  expect(await page.getByRole('main').locator('code').innerText()).toBe(secret);
  await code.fill(codeOf(secret));
  await button(page, 'Switch it on').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes');
  const codes = await page.getByRole('main').locator('code').allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await sessionOf(page)).not.toBe(before);
  await page.goto('/account/two-factor');
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
  expect(await page.content()).not.toContain(codes[0]);

  await page.goto('/account');
  await button(page, 'Sign out').click();
  await page.context().addCookies([{ name: 'session', value: 'planted', url: siteUrl }]);
  await page.goto('/account/sign-in?next=/search%3Fq%3Dtabs');
  await signIn(page, handle);
  await expect(page).toHaveURL('/account/second-step?next=%2Fsearch%3Fq%3Dtabs');
  expect(await sessionOf(page)).toBeUndefined();
  await page.goto('/account');
  await expect(page).toHaveURL('/account/sign-in?next=%2Faccount');

  await page.goto('/account/second-step?next=/search%3Fq%3Dtabs');
  await field(page, 'Code from the app').fill('123 456');
  await button(page, 'Go on').first().click();
  await expect(page.getByText('This code is not right')).toBeVisible();
  await field(page, 'Code from the app').fill(codeOf(secret, 1));
  await button(page, 'Go on').first().click();
  await expect(page).toHaveURL('/search?q=tabs');
  expect(['planted', undefined]).not.toContain(await sessionOf(page));

  await page.goto('/account');
  await button(page, 'Sign out').click();
  await page.goto('/account/sign-in?next=//elsewhere.example');
  await signIn(page, handle);
  await expect(page).toHaveURL('/account/second-step?next=%2Faccount');
  await page.getByText('Is your phone gone?').click();
  await field(page, 'Recovery code').fill('aaaa-aaaa');
  await button(page, 'Go on').last().click();
  await expect(page.getByText('This code is not right')).toBeVisible();
  await field(page, 'Recovery code').fill(codes[0] ?? '');
  await button(page, 'Go on').last().click();
  await expect(page).toHaveURL('/account');
  await page.goto('/account/second-step');
  await expect(page).toHaveURL('/account');

  await page.getByRole('link', { name: 'Change it' }).click();
  await button(page, 'Make new recovery codes').click();
  await expect(page.getByRole('main').locator('code')).toHaveCount(10);
  await page.goto('/account/two-factor');
  await button(page, 'Switch it off').click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
  await button(page, 'Sign out').click();
  await signIn(page, handle);
  await expect(page).toHaveURL('/account');
});

test('whoever is not half-way in has no second step, and is led nowhere else', async ({ page }) => {
  await page.goto('/account/second-step?next=/community');
  await expect(page).toHaveURL('/account/sign-in?next=%2Fcommunity&late');
  await expect(page.getByRole('main').getByRole('status')).toContainText('sign in again');
  await page.goto('/account/second-step?next=https://elsewhere.example');
  await expect(page).toHaveURL('/account/sign-in?late');
  await page.goto('/account/two-factor');
  await expect(page).toHaveURL('/account/sign-in?next=%2Faccount%2Ftwo-factor');
});

test('the new doors refuse forms from other sites, and what is for members asks to sign in', async ({
  request,
}) => {
  for (const [page, action] of [
    ['second-step', 'secondStep'],
    ['two-factor', 'turnOnTwoFactor'],
    ['two-factor', 'renewCodes'],
    ['two-factor', 'turnOffTwoFactor'],
    ['single-sign-on', 'beginSingleSignOn'],
  ]) {
    const form = { code: '000000' };
    for (const Origin of ['https://elsewhere.example', 'null']) {
      for (const address of [
        `${url}/account/${page}?_action=accounts.${action}`,
        `${url}/_actions/accounts.${action}`,
      ]) {
        const answer = await request.post(address, { form, headers: { Origin }, maxRedirects: 0 });
        expect(answer.status(), address).toBe(403);
        expect(answer.headers()['set-cookie']).toBeUndefined();
      }
    }
    if (page !== 'two-factor') continue;
    const own = { form, headers: ofThisSite, maxRedirects: 0 };
    expect((await request.post(`${url}/_actions/accounts.${action}`, own)).status()).toBe(401);
  }
});

test.describe('single sign-on', () => {
  let there: IdentityProvider;
  const people = { subject: `sso-${process.pid}` };

  test('says so when the provider is away, and other ways stay open', async ({ page }) => {
    await page.goto('/de/account/sign-in');
    await button(page, 'Weiter mit Acme Login').click();
    await expect(alert(page)).toContainText('Acme Login ist gerade nicht erreichbar');
    await page.getByRole('main').getByRole('link', { name: 'Anmelden', exact: true }).click();
    await expect(page).toHaveURL('/de/account/sign-in');
  });

  test.describe('with the provider there', () => {
    test.beforeAll(async () => {
      there = await identityProvider(provider.port, `${siteUrl}/account/single-sign-on`, provider);
    });
    test.afterAll(() => there.close());

    /** Goes to the provider; no form of ours may lead there, and none does. */
    async function leave(page: Page): Promise<void> {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
      });
      await button(page, 'Continue with Acme Login').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The provider');
      expect(refused).toEqual([]);
    }

    test('a stranger becomes a member, and comes back as the same', async ({ page }) => {
      there.people[people.subject] = {
        email: `${people.subject}@example.com`,
        email_verified: true,
        name: 'Grace <i>H.</i>',
      };
      await page.goto('/account/sign-in?next=/search%3Fq%3Dtabs');
      await leave(page);
      const atUs = (await page.context().cookies()).find(({ name }) => name === 'single-sign-on');
      expect(atUs).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      await field(page, 'Name').fill(people.subject);
      await button(page, 'Enter').click();
      await expect(page).toHaveURL('/search?q=tabs');
      await expect(page.getByRole('banner')).toContainText('Grace <i>H.</i>');
      const names = (await page.context().cookies(siteUrl)).map(({ name }) => name);
      expect(names).toContain('session');
      expect(names).not.toContain('single-sign-on');

      await page.goto('/account');
      await button(page, 'Sign out').click();
      await page.goto('/account/sign-up');
      // The provider remembers them, so that nothing is asked on the way.
      await button(page, 'Continue with Acme Login').click();
      await expect(page).toHaveURL('/account');
      await expect(page.getByText('Acme Login, linked since')).toBeVisible();
      await expect(page.getByText('your only way in')).toBeVisible();
      await expect(page.getByText('Unlink Acme Login')).toHaveCount(0);
    });

    test('a member with a password unlinks the provider, and says first who they are', async ({
      page,
    }) => {
      const handle = `unlinker-${process.pid}`;
      await signUp(page, handle);
      await expect(page.getByText('linked since')).toHaveCount(0);
      await button(page, 'Sign out').click();
      there.people[handle] = { email: `${handle}@example.com`, email_verified: true, name: 'U' };
      await leave(page);
      await field(page, 'Name').fill(handle);
      await button(page, 'Enter').click();
      await expect(page).toHaveURL('/account');
      const before = await sessionOf(page);
      const section = page.getByRole('region', { name: 'Single sign-on' });
      await section.getByText('Unlink Acme Login').click();
      await section.getByLabel('Password').fill('not my password');
      await section.getByRole('button', { name: 'Unlink it' }).click();
      await expect(section.getByText('This is not your password.')).toBeVisible();
      await section.getByLabel('Password').fill(password);
      await section.getByRole('button', { name: 'Unlink it' }).click();
      await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
      await expect(section).toHaveCount(0);
      expect(await sessionOf(page)).not.toBe(before);
    });

    test('what comes back uncalled for, cancelled, replayed or unconfirmed opens nothing', async ({
      page,
    }) => {
      for (const query of ['code=a&state=b', 'error=access_denied&state=b']) {
        await page.goto(`/account/single-sign-on?${query}`);
        await expect(page).toHaveURL('/account/single-sign-on?problem=gone');
        await expect(alert(page)).toContainText('not begun in this browser');
      }
      await page.goto('/account/single-sign-on?problem=made-up');
      await expect(page).toHaveURL('/account/sign-in');

      await leave(page);
      await button(page, 'Cancel').click();
      await expect(page).toHaveURL('/account/single-sign-on?problem=cancelled');
      await expect(alert(page)).toContainText('called off');

      const subject = `unsure-${process.pid}`;
      there.people[subject] = { email: `${subject}@example.com`, email_verified: false };
      await page.goto('/account/sign-in');
      await leave(page);
      const returns: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('code=')) returns.push(request.url());
      });
      await field(page, 'Name').fill(subject);
      await button(page, 'Enter').click();
      await expect(alert(page)).toContainText('does not say that your e-mail address is confirmed');
      there.people[subject] = { email: `${subject}@example.com`, email_verified: true };
      await page.goto(returns[0] ?? '');
      await expect(page).toHaveURL('/account/single-sign-on?problem=gone');
      expect(await sessionOf(page)).toBeUndefined();
    });
  });
});

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true });

  test('axe finds nothing on the pages of signing in', async ({ page }) => {
    test.setTimeout(90_000);
    const handle = `axe-steps-${process.pid}`;
    await page.goto('/account/single-sign-on?problem=away');
    await expectNoOffence(page);
    await signUp(page, handle);
    await page.goto('/ar/account/two-factor');
    await expectNoOffence(page);
    await page.goto('/account/two-factor');
    await expectNoOffence(page);
    const secret = await page.getByRole('main').locator('code').innerText();
    await field(page, 'Code from the app').fill(codeOf(secret));
    await button(page, 'Switch it on').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes');
    await expectNoOffence(page);
    await page.goto('/account/two-factor');
    await expectNoOffence(page);
    await page.goto('/account');
    await button(page, 'Sign out').click();
    await signIn(page, handle);
    await expect(page).toHaveURL(/second-step/);
    await page.getByText('Is your phone gone?').click();
    await expectNoOffence(page);
  });
});
