import { expect, type Page } from '@playwright/test';
import { test } from './own-site-test.ts';
import { searchBox } from './search-box.ts';

/** Articles in the list of the box. */
const SHOWN = 6;

/** What a search came to, as it can be seen. */
interface Seen {
  results: { href: string; title: string; excerpt: string; category: string }[];
  sections: { href: string; title: string; excerpt: string }[];
  quote: { href: string; lines: string[] } | undefined;
  correction: string;
  categories: { name: string; count: string }[];
  quality: string;
  found: number;
}

/** [query, page to search from, category, whether the words are left as typed] */
const queries: [query: string, home?: string, category?: string, isAsTyped?: true][] = [
  ['snippet'],
  ['callouts'],
  ['two-factor'],
  ['api'],
  ['front matter keywords'],
  ['best answer'],
  ['how do I write my first article'],
  ['schedule an article for next week'],
  ['why does it not show a percentage?'],
  ['I lost my phone and cannot sign in'],
  ['where are the backups kept?'],
  ['emails end up in spam'],
  ['maintenence banner'],
  ['snipets'],
  ['dupplicate qestions'],
  ['forgot my pasword'],
  ['"accepted answer"'],
  ['“front matter” of an article'],
  ['passw'],
  ['accessib'],
  ['invite a te'],
  ['EADDRINUSE'],
  ['flying hippopotamus rules'],
  ['article', '/', 'writing'],
  ['search', '/', 'using'],
  ['snipets', '/', undefined, true],
  ['検索', '/ja'],
  ['プライバシー', '/ja'],
  ['البحث', '/ar'],
  ['ملفات تعريف الارتباط', '/ar'],
  ['sprache ändern', '/de'],
  ['telefonnummer', '/de'],
  ['Wie ändere ich die Sprache?', '/de'],
];

/** Types a query into the box, and tells what it shows and what it records of it. */
async function inTheBox(
  page: Page,
  [query, home = '/', category, isAsTyped]: (typeof queries)[number],
): Promise<Seen> {
  await page.goto(home);
  const { input, categories } = searchBox(page);
  const form = page.getByRole('search');
  const undo = form.locator('.above button');
  const community = async (act: () => Promise<unknown>) => {
    const asked = page.waitForResponse(/\/community\/search\.json/);
    await act();
    await (await asked).finished();
  };
  await page.keyboard.press('/');
  await community(() => input.fill(query));
  if (isAsTyped) await community(() => undo.click());
  if (category) {
    await community(() => categories.and(form.locator(`[data-category=${category}]`)).click());
  }
  const seen = await form.evaluate((box) => {
    const said = (from: Element, selector: string) =>
      from.querySelector(selector)?.textContent?.trim() ?? '';
    const link = (one: Element) => ({
      href: one.getAttribute('href') ?? '',
      title: said(one, '.title'),
      excerpt: said(one, '.excerpt'),
    });
    const quote = box.querySelector('.quote');
    return {
      results: [...box.querySelectorAll('.article')].map((one) => ({
        ...link(one),
        category: said(one, '.category'),
      })),
      sections: [...box.querySelectorAll('.section')].map(link),
      quote: quote
        ? {
            href: quote.getAttribute('href') ?? '',
            lines: [...quote.firstElementChild!.children].map((line) => line.textContent ?? ''),
          }
        : undefined,
      correction: box.querySelector('.above:not([hidden]) button')?.textContent ?? '',
      categories: [...box.querySelectorAll<HTMLElement>('.filter button')].map((button) => ({
        name: button.dataset['category'] ?? '',
        count: said(button, 'span'),
      })),
    };
  });
  // What is recorded when the search has settled says how well it was answered.
  const told = page.evaluate(
    () =>
      new Promise<{ quality: string; results: number }>((resolve) =>
        addEventListener('helpmark:event', (event) =>
          resolve((event as CustomEvent<{ quality: string; results: number }>).detail),
        ),
      ),
  );
  await input.press('Escape');
  const { quality, results: found } = await told;
  return { ...seen, quality, found };
}

/** The same of the page that the server renders. */
async function onThePage(
  page: Page,
  [query, home = '/', category, isAsTyped]: (typeof queries)[number],
): Promise<Seen> {
  const address = new URLSearchParams({
    q: query,
    ...(category && { category }),
    ...(isAsTyped && { spelling: 'kept' }),
  });
  await page.goto(`${home.replace(/\/$/, '')}/search?${address}`);
  return page.locator('[data-results]').evaluate((results: HTMLElement, shown) => {
    const said = (from: Element | null | undefined) => from?.textContent?.trim() ?? '';
    const link = (from: Element, title: string) => {
      const one = from.querySelector(title)!;
      return {
        href: one.getAttribute('href') ?? '',
        title: said(one),
        excerpt: said(from.querySelector(':scope > p:not(.category)')),
      };
    };
    const items = [...results.querySelectorAll('.found section > ol > li')].slice(0, shown);
    const quote = results.querySelector('[data-quote]');
    return {
      results: items.map((item) => ({
        ...link(item, 'h3 a'),
        category: said(item.querySelector('.category')),
      })),
      sections: items
        .flatMap((item) => [...item.querySelectorAll('ul > li')])
        .map((item) => link(item, 'a')),
      quote: quote
        ? {
            href: quote.querySelector('a')?.getAttribute('href') ?? '',
            lines: [...quote.querySelectorAll('blockquote :is(li, p)')].map(
              (line) => line.textContent ?? '',
            ),
          }
        : undefined,
      correction: said(results.querySelector('a[href*="spelling=kept"]:not([data-category])')),
      categories: [...results.querySelectorAll<HTMLElement>('a[data-category]')].map((choice) => ({
        name: choice.dataset['category'] ?? '',
        count: said(choice.querySelector('span')),
      })),
      quality: results.dataset['quality'] ?? '',
      found: Number(results.dataset['results']),
    };
  }, SHOWN);
}

test('what the box finds in the browser is what the server finds', async ({ page, browser }) => {
  test.slow();
  const plain = await browser.newPage({ javaScriptEnabled: false });
  const kinds = { quoted: 0, corrected: 0, none: 0, sections: 0, good: 0 };
  for (const query of queries) {
    const box = await inTheBox(page, query);
    expect(box, query.join(' ')).toEqual(await onThePage(plain, query));
    kinds.quoted += box.quote ? 1 : 0;
    kinds.corrected += box.correction ? 1 : 0;
    kinds.none += box.quality === 'none' ? 1 : 0;
    kinds.good += box.quality === 'good' ? 1 : 0;
    kinds.sections += box.sections.length;
    if (query[3]) expect(box.correction).toBe('');
    else if (query[0] !== 'flying hippopotamus rules')
      expect(box.found, query[0]).toBeGreaterThan(0);
  }
  // Two empty pages would be the same as well.
  expect(kinds.quoted).toBeGreaterThan(2);
  expect(kinds.corrected).toBeGreaterThan(2);
  expect(kinds.none).toBeGreaterThan(0);
  expect(kinds.good).toBeGreaterThan(15);
  expect(kinds.sections).toBeGreaterThan(20);
  await plain.close();
});
