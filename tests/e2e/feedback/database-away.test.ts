import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import { webServer } from '#tests/support/e2e-site.ts';
import { newBrowserName, takeTime } from './readers.ts';

let site: ChildProcess;
let url = '';

const sorry = 'Feedback cannot be saved just now.';

test.beforeAll(async () => {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  site = spawn(process.execPath, ['tests/support/site-without-database.ts'], {
    cwd: webServer.cwd,
    env: { ...webServer.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of site.stdout ?? []) if (/^ready /m.test(String(line))) break;
  url = `http://localhost:${port}`;
});

test.afterAll(() => {
  site.kill();
});

test('everything else goes on', async ({ request }) => {
  expect((await request.get(`${url}/articles/using/search`)).status()).toBe(200);
  expect((await request.get(`${url}/articles/using/search/feedback`)).status()).toBe(200);
  expect((await request.get(`${url}/nowhere`)).status()).toBe(404);
});

test.describe('with JavaScript', () => {
  test.use({ userAgent: newBrowserName() });

  test('the reader is told honestly', async ({ page }) => {
    await page.goto(`${url}/articles/using/search`);
    await takeTime();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: sorry })).toBeVisible();
    await expect(page).toHaveURL(`${url}/articles/using/search`);
  });
});

test.describe('without JavaScript', () => {
  test.use({ userAgent: newBrowserName(), javaScriptEnabled: false });

  test('the reader is told honestly and can try again', async ({ page }) => {
    await page.goto(`${url}/articles/using/search`);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'No', exact: true }).click(),
    ]);
    expect(answer.status()).toBe(503);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(sorry);
    await expect(page.getByRole('button', { name: 'No', exact: true })).toBeVisible();
  });

  test('nothing that was typed is lost', async ({ page }) => {
    await page.goto(`${url}/articles/using/search/feedback?voted=no`);
    await page.getByLabel('It is outdated').check();
    await page.getByLabel('Comment').fill('Ten minutes of typing');
    await page.getByLabel('Section it is about').selectOption({ index: 1 });
    const section = await page.getByLabel('Section it is about').inputValue();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(sorry);
    await expect(page.getByLabel('It is outdated')).toBeChecked();
    await expect(page.getByLabel('Comment')).toHaveValue('Ten minutes of typing');
    await expect(page.getByLabel('Section it is about')).toHaveValue(section);
  });
});
