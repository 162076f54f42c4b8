// What the reader did before in this tab, as the browser's own list of pages tells it: nothing is
// stored for it. It is shown on the form as boxes that can be taken off, before it is sent.
import { lastSearch } from '#src/features/articles/last-search.ts';

/** As many articles as the form carries. */
const MOST = 5;
const place = document.querySelector<HTMLElement>('#along')!;
const visited =
  self.navigation?.entries().slice(0, self.navigation.currentEntry?.index).toReversed() ?? [];
const paths = [...visited.map(({ url }) => url), document.referrer].flatMap((url) => {
  const { origin, pathname } = (url && URL.parse(url)) || { origin: '', pathname: '' };
  const isArticle = /\/articles\/[^/]+\/[^/.]+$/.test(pathname);
  return origin === location.origin && isArticle ? [pathname] : [];
});

/** Asks for the boxes of all that there is, and shows them in place of those that came. */
async function carryAlong(): Promise<void> {
  const address = new URL(place.dataset['along']!, location.href);
  const given = new URLSearchParams(location.search);
  const articles = [...new Set([...given.getAll('article'), ...paths])].slice(0, MOST);
  for (const path of articles) address.searchParams.append('article', path);
  const searched =
    given.get('searched') ?? lastSearch(document.referrer, location.origin, visited.toReversed());
  if (searched) address.searchParams.set('searched', searched);
  if (articles.length === given.getAll('article').length && searched === given.get('searched')) {
    return;
  }
  const response = await fetch(address);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  place.replaceChildren(...(page.querySelector('#along')?.childNodes ?? []));
}

// A form that was sent and is shown again has what its writer has left on it.
if (!new URLSearchParams(location.search).has('_action')) void carryAlong();
