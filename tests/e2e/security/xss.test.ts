import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { renderMarkdown } from '#src/server/markdown.ts';
import { xssPayloads } from '#tests/support/xss-payloads.ts';

// Served without any policy, so that nothing but the sanitiser stands between text and browser.
const pages = new Map<string, string>();
const server = http.createServer((request, response) => {
  const page = pages.get(request.url ?? '');
  response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html' });
  response.end(page);
});
let origin = '';

const heard = '<script>self.heard = []; self.canary = () => heard.push("canary");</script>';
const inSections = (texts: string[]) =>
  texts.map((text, at) => `<section data-payload="${at}">${text}</section>`).join('\n');

test.beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rendered = await Promise.all(xssPayloads.map((text) => renderMarkdown(text)));
  pages.set('/rendered', `<!doctype html>${heard}<main>${inSections(rendered)}</main>`);
  // Parsed once more by a script, which is when markup that mutates changes its meaning.
  const twice = JSON.stringify(inSections(rendered)).replaceAll('<', '\\u003c');
  pages.set(
    '/twice',
    `<!doctype html>${heard}<main></main><script>
      const main = document.querySelector('main');
      main.innerHTML = ${twice};
      main.innerHTML = main.innerHTML;
    </script>`,
  );
  pages.set('/raw', `<!doctype html>${heard}<main>${inSections(xssPayloads)}</main>`);
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Everything that a page does which a text may not do. */
async function deedsOf(page: Page, address: string): Promise<string[]> {
  const deeds: string[] = [];
  page.on('dialog', (dialog) => {
    deeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**', (route) => {
    const url = new URL(route.request().url());
    const isOurs = url.origin === origin;
    if (isOurs && (url.pathname === address || /^\/uploads\/[\w-]+\.webp$/.test(url.pathname))) {
      return route.continue();
    }
    if (!isOurs || url.pathname !== '/favicon.ico') deeds.push(`request ${url.href}`);
    return route.abort();
  });
  await page.goto(origin + address, { waitUntil: 'commit' }).catch(() => {});
  await page.waitForLoadState('load').catch(() => {});
  await stir(page);
  // Answers to clicks and failed pictures come in later turns of the browser's loop.
  await page.waitForTimeout(300);
  const said = await page.evaluate(() => (self as never as { heard?: string[] }).heard ?? []);
  return [...deeds, ...said];
}

/** Points at, focuses and clicks all that is there; links to other pages are not followed. */
async function stir(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link && /^(https?|mailto)?:$/.test(link.protocol)) event.preventDefault();
    });
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      for (const name of ['mouseover', 'pointerenter', 'focus', 'toggle', 'beforeinput'])
        element.dispatchEvent(new Event(name));
      element.focus?.();
      element.click?.();
    }
  });
}

test('the corpus is as large as it says, and no payload stands in it twice', () => {
  expect(xssPayloads.length).toBeGreaterThanOrEqual(150);
  expect(new Set(xssPayloads).size).toBe(xssPayloads.length);
});

for (const address of ['/rendered', '/twice']) {
  test(`no payload does anything in ${address}`, async ({ page }) => {
    expect(await deedsOf(page, address)).toEqual([]);
    await expect(page.locator('[data-payload]')).toHaveCount(xssPayloads.length);
  });

  test(`no payload gets an attribute, an element or a name of its own into ${address}`, async ({
    page,
  }) => {
    await page.goto(origin + address);
    const odd = await page.evaluate(() => {
      const allowed =
        /^(href|rel|src|alt|width|height|loading|decoding|class|tabindex|type|checked|disabled|aria-label|start|data-payload)$/;
      const classes = /^(table|line|token-[a-z-]+|language-\S+|contains-task-list|task-list-item)$/;
      return [...document.querySelectorAll('main *')].flatMap((element) => [
        ...(/^(script|style|iframe|object|embed|svg|math|form|link|meta|base|template)$/i.test(
          element.tagName,
        )
          ? [element.outerHTML]
          : []),
        ...[...element.attributes]
          .filter(({ name }) => !allowed.test(name))
          .map(({ name }) => `${name} in ${element.outerHTML}`),
        ...[...element.classList].filter((name) => !classes.test(name)),
      ]);
    });
    expect(odd).toEqual([]);
    const schemes = await page
      .locator('main a')
      .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).protocol))]);
    // A host that is none, as in http://x"y, has no scheme in the end.
    expect(schemes.toSorted()).toEqual([':', 'http:', 'mailto:']);
  });
}

test('the same payloads, printed as they are, do all that is watched for', async ({ page }) => {
  const deeds = await deedsOf(page, '/raw');
  expect(deeds).toContain('canary');
  expect(deeds.some((deed) => deed.startsWith('request http://foreign.test'))).toBe(true);
});
