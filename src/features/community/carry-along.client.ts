// What the visitor did before in this tab, as the browser's own list of pages tells it: nothing is
// stored for it. It is shown on the form as boxes that can be taken off, before anything is sent.
import { lastSearch } from './last-search.ts';

const place = document.querySelector<HTMLElement>('#along')!;
/** As many articles as the form carries from that list. */
const most = Number(place.dataset['articles']);
const given = new URLSearchParams(location.search);
const visited = self.navigation?.entries().slice(0, self.navigation.currentEntry?.index) ?? [];

/** Paths of the articles that were visited, the latest first. */
function articlesRead(): string[] {
  const addresses = [...visited.map(({ url }) => url).toReversed(), document.referrer];
  return addresses.flatMap((address) => {
    const { origin, pathname } = (address && URL.parse(address)) || { origin: '', pathname: '' };
    const isArticle = /\/articles\/[^/]+\/[^/.]+$/.test(pathname);
    return origin === location.origin && isArticle ? [pathname] : [];
  });
}

/** Asks for the boxes of all that there is, and shows them in place of those that came. */
async function carryAlong(): Promise<void> {
  const address = new URL(location.href);
  const came = given.getAll('article');
  const articles = [...new Set([...came, ...articlesRead().slice(0, most)])];
  for (const path of articles.slice(came.length, Math.max(came.length, most))) {
    address.searchParams.append('article', path);
  }
  const searched = lastSearch(document.referrer, location.origin, visited);
  if (searched && !given.has('searched')) address.searchParams.set('searched', searched);
  if (address.href === location.href) return;
  const response = await fetch(address);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Whoever was quicker than the answer has taken some off already.
  const off = [...place.querySelectorAll<HTMLInputElement>('input:not(:checked)')];
  place.replaceChildren(...(page.querySelector('#along')?.childNodes ?? []));
  for (const box of place.querySelectorAll('input')) {
    if (off.some(({ name, value }) => name === box.name && value === box.value)) {
      box.checked = false;
    }
  }
}

// A form that was sent and is shown again has what its writer has left on it.
if (!given.has('_action') && (most > 0 || given.has('article'))) void carryAlong();
