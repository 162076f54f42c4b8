// The page of results without reloading: what is typed or chosen is asked of the server, and its
// results are put in place of the old ones. There is one renderer of results, the server's.
import type { MatchQuality } from '#src/features/events/event.ts';
import { latest } from './latest.ts';
import { opensHere, rememberSearch } from './search-before.client.ts';
import { settledSearches } from './settled-search.client.ts';

const REST = 200;
const form = document.querySelector<HTMLFormElement>('.search-box[data-on-page]')!;
const input = form.querySelector('input')!;
const status = document.querySelector('[role=status].visually-hidden')!;
const results = () => document.querySelector<HTMLElement>('[data-results]')!;
const termsOf = () => (results().dataset['terms'] ?? '').split(' ').filter(Boolean);
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

function tellClick(event: MouseEvent): void {
  const { target, type, button } = event;
  const link = (target as Element).closest<HTMLAnchorElement>(
    '[data-results] :is(ol > li, figcaption) a',
  );
  if (!link || button > 1) return;
  if (type === 'click' && opensHere(event)) rememberSearch(link, queryOf(), termsOf());
  const items = [...results().querySelectorAll('.found ol.plain-list > li')];
  // What is quoted comes from the first.
  const rank =
    Math.max(
      0,
      items.findIndex((item) => item.contains(link)),
    ) + 1;
  settled.click(queryOf(), link, Number(results().dataset['before']) + rank);
}
document.addEventListener('click', tellClick);
document.addEventListener('auxclick', tellClick);

/** The address of the results for what is typed now, in the chosen category and state. */
function address(): URL {
  const url = new URL(form.action);
  // What a script puts into the box may be longer than any address.
  const query = input.value.slice(0, input.maxLength);
  url.searchParams.set('q', query);
  const present = new URLSearchParams(location.search);
  for (const name of ['category', 'state']) {
    const chosen = present.get(name);
    if (chosen) url.searchParams.set(name, chosen);
  }
  const spelling = present.get('spelling');
  // Of other words nobody has said how they are to be read.
  if (spelling && present.get('q') === query) url.searchParams.set('spelling', spelling);
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
  if (!link || !opensHere(event)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  replaceResults(new URL(link.href));
});
addEventListener('popstate', () => {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  replaceResults(new URL(location.href));
});
