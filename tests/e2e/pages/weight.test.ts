import { expect, type Page } from '@playwright/test';
import { comeToRest, everyBlock, test } from './quiet-page.ts';

interface Transfer {
  url: string;
  type: string;
  bytes: number;
  body: string;
}

/** Everything that the first visit to a page fetches, with the bytes that went over the wire. */
async function firstVisit(page: Page, address: string): Promise<Transfer[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const types = new Map<string, { url: string; type: string }>();
  const transfers: Transfer[] = [];
  client.on('Network.responseReceived', ({ requestId, response, type }) => {
    types.set(requestId, { url: response.url, type });
  });
  const bodies: Promise<unknown>[] = [];
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const response = types.get(requestId);
    if (!response) return;
    const transfer = { ...response, bytes: encodedDataLength, body: '' };
    transfers.push(transfer);
    bodies.push(
      client
        .send('Network.getResponseBody', { requestId })
        .then(({ body }) => (transfer.body = body))
        .catch(() => {}),
    );
  });
  await page.goto(address);
  await comeToRest(page);
  await Promise.all(bodies);
  return transfers;
}

const sum = (transfers: Transfer[]) => transfers.reduce((total, { bytes }) => total + bytes, 0);
const isImage = ({ type, url }: Transfer) => type === 'Image' || /\.(svg|webp|png|ico)$/.test(url);

for (const address of [
  '/articles/using/search',
  '/articles/concepts/helpfulness',
  '/ja/articles/using/search',
  '/ar/articles/using/search',
  '/articles/writing/front-matter',
]) {
  test(`the first visit to ${address} is light`, async ({ page }) => {
    const transfers = await firstVisit(page, address);
    const counted = transfers.filter((transfer) => !isImage(transfer));
    const told = counted.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n');
    test.info().annotations.push({ type: 'weight', description: told });
    expect(sum(counted), told).toBeLessThanOrEqual(25_000);

    const scripts = counted.filter(({ type }) => type === 'Script');
    const document = counted.find(({ type }) => type === 'Document');
    const inline = [...(document?.body ?? '').matchAll(/<script\b(?![^>]*ld\+json)[^>]*>([^<]+)/g)]
      .map(([, code = '']) => code.length)
      .reduce((total, length) => total + length, 0);
    expect(sum(scripts) + inline, `${told}\n${inline} in the page`).toBeLessThanOrEqual(6_000);
    expect(counted.filter(({ type }) => type === 'Font')).toEqual([]);
    expect(transfers.filter(({ url }) => new URL(url).pathname.startsWith('/pagefind/'))).toEqual(
      [],
    );
  });
}

test('nothing comes from anywhere but this site', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) elsewhere.push(request.url());
  });
  for (const address of ['/', '/articles/using', everyBlock, '/search?q=tabs', '/nowhere']) {
    await page.goto(address);
    await comeToRest(page);
  }
  expect(elsewhere).toEqual([]);
});

test('nothing is stored before the reader chooses something, and no cookie at all', async ({
  page,
  context,
}) => {
  for (const address of ['/', everyBlock, '/search?q=tabs']) await page.goto(address);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
