import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { UPLOADS_PER_MINUTE } from '#src/features/accounts/upload.ts';
import { url } from '#tests/support/e2e-site.ts';
import { impostors, phonePicture, picture } from '#tests/support/sample-pictures.ts';
import { signedIn } from './members.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const title = () => `How do I show a picture ${Math.random().toString(36).slice(2)}?`;
const body = 'I took it **yesterday** and cannot find it any more.';
const shown = /!\[a view\]\((\/uploads\/[0-9a-f]{32}-\d+x\d+\.webp)\)/;

const file = (buffer: Buffer, name = 'a view.jpg', mimeType = 'image/jpeg') => ({
  name,
  mimeType,
  buffer,
});

async function addPicture(page: Page, buffer: Buffer): Promise<string> {
  await page.getByLabel('Picture').setInputFiles(file(buffer));
  await button(page, 'Add the picture').click();
  const [, address = ''] =
    shown.exec(await page.getByRole('textbox', { name: /Details|Your answer/ }).inputValue()) ?? [];
  expect(address).not.toBe('');
  return address;
}

/** The same member where scripts run, as axe needs it. */
async function seeing(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    storageState: await page.context().storageState(),
    colorScheme: 'dark',
  });
  return context.newPage();
}

test('a picture is added to a question, an answer and an edit without JavaScript', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Hana');
  const asked = title();
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await page.getByLabel('Tags').fill('pictures');
  const address = await addPicture(page, await phonePicture());
  await expect(page.getByLabel('Title')).toHaveValue(asked);
  await expect(page.getByLabel('Details')).toHaveValue(`${body}\n\n![a view](${address})\n`);
  await expect(page.getByLabel('Tags')).toHaveValue('pictures');

  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
  });
  expect((await answer.body()).toString('latin1')).not.toContain('Telltale');

  // Enter does what the first button of the form that one sees does.
  await page.getByLabel('Title').press('Enter');
  await button(page, 'Post my question').click();
  const image = page.locator('main .prose img').first();
  await expect(image).toHaveAttribute('src', address);
  await expect(image).toHaveAttribute('alt', 'a view');
  await expect(image).toHaveAttribute('width', '40');
  await expect(image).toHaveAttribute('height', '60');
  await expect(image).toHaveAttribute('loading', 'lazy');

  await page.getByRole('link', { name: 'Edit', exact: true }).first().click();
  await page.getByLabel('Details').fill('Another text with another picture below it.');
  await addPicture(page, await picture('png'));
  await button(page, 'Save').click();
  await expect(page.locator('main .prose img').first()).toHaveAttribute('width', '60');

  const helper = await signedIn(browser, 'Ines');
  await helper.goto(page.url());
  await helper.getByLabel('Your answer').fill('This is where it can be seen.');
  await addPicture(helper, await picture('gif'));
  await button(helper, 'Post answer').click();
  await expect(helper.locator('main .prose img')).toHaveCount(2);
});

test('what is no picture is refused, and nothing typed is lost', async ({ browser }) => {
  const page = await signedIn(browser, 'Ivo');
  await page.goto('/community/ask');
  await page.getByLabel('Details').fill(body);
  await button(page, 'Add the picture').click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('choose a picture');
  await page.getByLabel('Picture').setInputFiles(file(impostors['svg']!, 'a.png', 'image/png'));
  const [refused] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button(page, 'Add the picture').click(),
  ]);
  expect(refused.status()).toBe(400);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not a picture');
  await expect(page.getByLabel('Details')).toHaveValue(body);
  await page.getByLabel('Picture').setInputFiles(file(Buffer.alloc(7_000_000)));
  await button(page, 'Add the picture').click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('at most 5 MB');
  await expect(page.getByLabel('Details')).toHaveValue(body);
});

test('a script is answered in JSON, and strangers are not', async ({ browser, request }) => {
  const page = await signedIn(browser, 'Jaro');
  const send = (buffer: Buffer, headers: Record<string, string> = { origin: url }) =>
    page.request.post('/community/upload', {
      headers,
      multipart: { file: file(buffer, '../../a\0b.png', 'text/html') },
    });
  const taken = await send(await picture('png'));
  expect(taken.status()).toBe(201);
  const reply = (await taken.json()) as Record<string, string | number>;
  expect(reply).toMatchObject({ width: 60, height: 40 });
  expect(reply['markdown']).toContain(`](${reply['url']})`);
  expect((await page.request.get(String(reply['url']))).status()).toBe(200);

  const refused = await send(impostors['html']!);
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toEqual({ error: expect.stringContaining('not a picture') });
  // The server does not read it; whether its answer still arrives is up to the network.
  const tooLong = (asked: Promise<{ status(): number }>) =>
    asked.then(
      (answer) => answer.status(),
      () => 413,
    );
  expect(await tooLong(send(Buffer.alloc(12_000_000)))).toBe(413);
  expect((await send(await picture('png'), { origin: 'https://elsewhere.test' })).status()).toBe(
    403,
  );
  const stranger = await request.post('/community/upload', {
    headers: { origin: url },
    multipart: { file: file(await picture('png')) },
  });
  expect(stranger.status()).toBe(401);
  const other = page.request.post('/community/ask', {
    headers: { origin: url },
    multipart: { file: file(Buffer.alloc(1_000_000)) },
  });
  expect(await tooLong(other)).toBe(413);
});

test('a script that sends too many is told when to go on', async ({ browser }) => {
  const page = await signedIn(browser, 'Mila');
  const send = async () =>
    page.request.post('/community/upload', {
      headers: { origin: url },
      multipart: { file: file(await picture('png')) },
    });
  for (let sent = 0; sent < UPLOADS_PER_MINUTE.uses; sent += 1) {
    expect((await send()).status()).toBe(201);
  }
  const refused = await send();
  expect(refused.status()).toBe(429);
  const seconds = Number(refused.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(UPLOADS_PER_MINUTE.seconds);
});

test('under the addresses of pictures nothing else can be read', async ({ request }) => {
  for (const path of [
    '/uploads/',
    '/uploads/..%2fsecret-key',
    '/uploads/%2e%2e/secret-key',
    '/uploads/..%5csecret-key',
    '/uploads/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/uploads/secret-key',
    `/uploads/${'0'.repeat(32)}-9x9.webp`,
    `/uploads/${'0'.repeat(32)}-9x9.webp%00.png`,
    `/uploads/..%2f${'0'.repeat(32)}-9x9.webp`,
  ]) {
    const { status } = await request.get(path).then((answer) => ({ status: answer.status() }));
    expect([400, 404], path).toContain(status);
  }
});

test('members show a picture of themselves, take their data and leave with their texts', async ({
  browser,
  request,
}) => {
  test.slow();
  const page = await signedIn(browser, 'Kaya Lund');
  const asked = title();
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  const { pathname } = new URL(page.url());
  await expect(page.locator('#question .avatar')).toHaveAttribute('data-initials', 'KL');

  await page.goto('/account');
  await page.getByLabel('Picture', { exact: true }).setInputFiles(file(impostors['php']!));
  await button(page, 'Show this picture').click();
  await expect(page.getByText('not a picture that can be read')).toBeVisible();
  await page.getByLabel('Picture', { exact: true }).setInputFiles(file(await phonePicture()));
  await button(page, 'Show this picture').click();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await page.goto(pathname);
  await expect(page.locator('#question img.avatar')).toHaveAttribute('width', '24');

  const looking = await seeing(browser, page);
  for (const address of ['/account', '/ar/account', '/community/ask', pathname]) {
    await looking.goto(url + address);
    const { violations } = await new AxeBuilder({ page: looking }).analyze();
    expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    const overhang = await looking.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang, address).toBe(0);
  }

  await page.goto('/account');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download my data').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^helpmark-kaya lund-[0-9a-f]+-\d{4}-\d\d-\d\d\.zip$|^helpmark-[\w-]+\.zip$/,
  );
  const entries = unzipSync(fs.readFileSync(await download.path()));
  expect(Buffer.from(entries['helpmark-data.json'] ?? []).toString()).toContain(asked);

  await button(page, 'Remove the picture').click();
  await expect(button(page, 'Remove the picture')).toHaveCount(0);
  await page.getByLabel('It goes').check();
  await button(page, 'Delete my account for good').click();
  await expect(page.getByText('Your account is deleted')).toBeVisible();
  expect((await request.get(pathname)).status()).toBe(410);
});
