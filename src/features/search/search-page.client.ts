// The page of results without reloading: what is typed or chosen is asked of the server, and its
// results are put in place of the old ones. There is one renderer of results, the server's.
import { latest } from './latest.ts';

const REST = 200;
const form = document.querySelector<HTMLFormElement>('.search-box[data-on-page]')!;
const input = form.querySelector('input')!;
const status = document.querySelector('[role=status].visually-hidden')!;
const results = () => document.querySelector<HTMLElement>('[data-results]')!;
let resting = 0;

const replaceResults = latest<URL, Document | undefined>(
  async (address) => {
    try {
      const response = await fetch(address);
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
