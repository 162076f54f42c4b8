// The page of results without reloading: what is typed or chosen is asked of the server, and its
// results are put in place of the old ones. There is one renderer of results, the server's.
import type { MatchQuality } from '#src/features/events/event.ts';
import { latest } from './latest.ts';
import { settledSearches } from './settled-search.client.ts';

const REST = 200;
const form = document.querySelector<HTMLFormElement>('.search-box[data-on-page]')!;
const input = form.querySelector('input')!;
const status = document.querySelector('[role=status].visually-hidden')!;
const results = () => document.querySelector<HTMLElement>('[data-results]')!;
const queryOf = () => results().dataset['query'] ?? '';
// The server has recorded what the page was opened with.
const settled = settledSearches('page', queryOf());
let resting = 0;

const replaceResults = latest<URL, Document | undefined>(
  async (address) => {
    try {
      // What is typed is no search yet; that it was one is told when it has settled.
      const response = await fetch(address, { headers: { 'Search-While-Typing': 'yes' } });
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    } catch {
      return undefined;
    }
  },
  (page, address) => {
    const fresh = page?.querySelector<HTMLElement>('[data-results]');
    if (!page || !fresh) return location.assign(address);
    const chosen = document.activeElement?.closest<HTMLAnchorElement>('a[data-choice]')?.href;
    results().replaceWith(fresh);
    tellShown(fresh.dataset);
    document.title = page.title;
    const articles = fresh.querySelector('[data-summary]')?.textContent ?? '';
    const questions = fresh.querySelector<HTMLElement>('[data-questions]')?.dataset['questions'];
    status.textContent = [articles.trim(), questions].filter(Boolean).join(' · ');
    // The links are new ones; the chosen one keeps the focus.
    [...fresh.querySelectorAll<HTMLAnchorElement>('a[data-choice]')]
      .find(({ href }) => href === chosen)
      ?.focus();
  },
);

function tellShown({ query, quality, results: count }: DOMStringMap): void {
  if (query && quality) {
    settled.show({ query, quality: quality as MatchQuality, results: Number(count) });
  } else settled.settle();
}

function tellClick({ target, button }: MouseEvent): void {
  const link = (target as Element).closest<HTMLAnchorElement>('[data-results] ol > li a');
  if (!link || button > 1) return;
  const items = [...results().querySelectorAll('.found ol.plain-list > li')];
  const rank = items.findIndex((item) => item.contains(link)) + 1;
  settled.click(queryOf(), link, Number(results().dataset['before']) + rank);
}
document.addEventListener('click', tellClick);
document.addEventListener('auxclick', tellClick);

/** The address of the results for what is typed now, in the chosen category and state. */
function address(): URL {
  const url = new URL(form.action);
  url.searchParams.set('q', input.value);
  const present = new URLSearchParams(location.search);
  for (const name of ['category', 'state']) {
    const chosen = present.get(name);
    if (chosen) url.searchParams.set(name, chosen);
  }
  return url;
}

function update() {
  clearTimeout(resting);
  const url = address();
  history.replaceState(null, '', url);
  replaceResults(url);
}

input.addEventListener('input', (event) => {
  clearTimeout(resting);
  if (!(event as InputEvent).isComposing) resting = window.setTimeout(update, REST);
});
input.addEventListener('compositionend', () => (resting = window.setTimeout(update, REST)));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  update();
});
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-choice]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  replaceResults(new URL(link.href));
});
addEventListener('popstate', () => {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  replaceResults(new URL(location.href));
});
