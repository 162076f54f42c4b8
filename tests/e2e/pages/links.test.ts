import { expect, test, type APIRequestContext } from '@playwright/test';

interface Found {
  status: number;
  html: string;
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
const hrefsOf = (html: string) =>
  [...html.matchAll(/<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
    ([, href = '']) => decode(href),
  );
const idsOf = (html: string) =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decode(id)));

/** Fetches pages, each once. */
function fetcher(request: APIRequestContext) {
  const pages = new Map<string, Promise<Found>>();
  const fetchPage = async (path: string): Promise<Found> => {
    const response = await request.get(path, { maxRedirects: 0 });
    const isHtml = response.headers()['content-type']?.startsWith('text/html');
    return { status: response.status(), html: isHtml ? await response.text() : '' };
  };
  return (path: string): Promise<Found> => {
    const page = pages.get(path) ?? fetchPage(path);
    pages.set(path, page);
    return page;
  };
}

test('every link of the site leads somewhere, to the very section that it names', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const get = fetcher(request);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url));
  // The site is reached at another address than the one that its pages name.
  const own = [baseURL, listed[0]?.origin];
  const waiting = listed.map(({ pathname }) => pathname);
  const seen = new Set(waiting);
  const dead: string[] = [];
  expect(waiting.length).toBeGreaterThan(50);

  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    const { html } = await get(from);
    for (const href of hrefsOf(html)) {
      const url = new URL(href, `${baseURL}${from}`);
      if (!own.includes(url.origin)) continue;
      const path = url.pathname + url.search;
      const target = await get(path);
      if (target.status !== 200) dead.push(`${from}: ${href} answers ${target.status}`);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor && target.html && !idsOf(target.html).has(anchor)) {
        dead.push(`${from}: ${href} names a section that is not there`);
      }
      // Pages that stand in for translations are in no sitemap.
      if (target.html && !seen.has(path) && path.includes('/articles/')) {
        seen.add(path);
        waiting.push(path);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(200);
  expect([...new Set(dead)]).toEqual([]);
});
