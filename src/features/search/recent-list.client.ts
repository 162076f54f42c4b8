import type { Messages } from '#src/locales/en.ts';
import { clearSearches, dropSearch, recentSearches } from './recent-searches.client.ts';
import { element } from './search-options.client.ts';
import type { SearchPopup } from './search-popup.client.ts';

/**
 * Lists recent searches below a search box that is empty, when it is come to or opened with the
 * arrow key. A choice searches at once; each can be removed with Delete or by its button.
 */
export function listRecentSearches(
  form: HTMLFormElement,
  popup: SearchPopup,
  words: Messages['search']['recent'],
): void {
  const input = form.querySelector('input')!;

  function choose(event: MouseEvent, query: string): void {
    // No result of a search: nothing is told of it.
    event.stopPropagation();
    if (event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    input.value = query;
    input.focus();
    input.dispatchEvent(new InputEvent('input'));
  }

  function option(query: string): HTMLElement {
    const address = new URL(form.action);
    address.searchParams.set('q', query);
    const link = element(
      'a',
      {
        role: 'option',
        class: 'recent',
        href: address.href,
        tabindex: '-1',
        'aria-selected': 'false',
        'aria-keyshortcuts': 'Delete',
      },
      element('span', { class: 'title', dir: 'auto' }, query),
    );
    link.dataset['query'] = query;
    link.onclick = link.onauxclick = (event) => choose(event, query);
    return link;
  }

  function removal(query: string, at: number): HTMLElement {
    const button = element('button', { type: 'button', 'aria-label': words.remove(query) });
    button.onclick = () => {
      dropSearch(query);
      show(words.removed(query));
      const removals = form.querySelectorAll<HTMLElement>('.removals button');
      (removals[Math.min(at, removals.length - 1)] ?? input).focus();
    };
    return button;
  }

  /** @param said what screen readers are told */
  function show(said: string): void {
    const queries = recentSearches();
    if (queries.length === 0) return popup.close(said);
    const heading = element('p', { class: 'heading', 'aria-hidden': 'true' }, words.title);
    const clear = element('button', { type: 'button', class: 'clear' }, words.clear);
    clear.onclick = () => {
      clearSearches();
      input.focus();
      popup.close(words.cleared);
    };
    popup.offer(
      words.title,
      [heading, ...queries.map(option)],
      [
        element('div', { class: 'removals' }, ...queries.map(removal)),
        element('p', { class: 'kept' }, `${words.kept} `, clear),
      ],
      said,
    );
  }

  function open(): void {
    const { length } = recentSearches();
    if (!popup.isOpen && input.value.trim() === '' && length > 0) show(words.count(length));
  }

  input.addEventListener('focus', open);
  input.addEventListener('click', open);
  input.addEventListener('keydown', ({ key }) => {
    const query = popup.active?.dataset['query'];
    if (key === 'ArrowDown') open();
    else if (key === 'Delete' && query !== undefined) {
      const at = recentSearches().indexOf(query);
      dropSearch(query);
      show(words.removed(query));
      popup.moveTo(at);
    }
  });
  if (document.activeElement === input) open();
}
