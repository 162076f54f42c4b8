// The search box as a combobox with a list of results, after the pattern of the ARIA Authoring
// Practices: the focus stays in the input, which names the active option.
import { loadEngine } from './engine-browser.ts';
import { latest } from './latest.ts';
import { findArticles, tidyQuery, type SearchAnswer } from './query.ts';
import { questionHits } from './question-hits.client.ts';
import type { QuestionHit } from './question-search.ts';
import { element } from './search-options.client.ts';
import { SearchPopup } from './search-popup.client.ts';
import { searchOutcome } from './search-outcome.ts';
import { searchWords } from './search-words.client.ts';
import { settledSearches } from './settled-search.client.ts';

const ARTICLES_SHOWN = 6;
/** Milliseconds of rest before a search: a fast typist's half words are skipped. */
const REST = 80;
/** Milliseconds after which a first, slower search says that it is at work. */
const PATIENCE = 250;

interface Wanted {
  query: string;
  category: string | undefined;
}

/** Turns the plain form into a combobox, in place: what has been typed meanwhile is searched for. */
async function attach(form: HTMLFormElement): Promise<void> {
  loadEngine().catch(() => undefined);
  const words = await searchWords();
  const input = form.querySelector('input')!;
  const chosen = element('input', { type: 'hidden', name: 'category' });
  chosen.disabled = true;
  form.append(chosen);
  const popup = new SearchPopup(form, input, words);
  const settled = settledSearches('box');
  let shown: SearchAnswer | undefined;
  let resting = 0;

  const search = latest<Wanted, SearchAnswer | undefined>(
    async ({ query, category }) => {
      if (query === '') return undefined;
      const slow = setTimeout(() => popup.isOpen || popup.say(words.searching), PATIENCE);
      try {
        return await findArticles(await loadEngine(), { query, category, size: ARTICLES_SHOWN });
      } catch {
        return undefined;
      } finally {
        clearTimeout(slow);
      }
    },
    (answer, { query }) => {
      void searchCommunity({ query: '', category: undefined });
      if (query === '') return;
      if (!answer) return popup.say(words.awayHere);
      chosen.value = answer.category ?? '';
      chosen.disabled = answer.category === undefined;
      const address = new URL(form.action);
      address.searchParams.set('q', answer.query);
      if (answer.category) address.searchParams.set('category', answer.category);
      popup.show(answer, address);
      shown = answer;
      settled.show({ query, ...searchOutcome(answer) });
      void searchCommunity({ query, category: answer.category });
    },
  );
  const searchCommunity = latest<Wanted, QuestionHit[] | undefined>(
    async ({ query, category }) =>
      query === ''
        ? undefined
        : questionHits(new URL('community/search.json', form.action), query, category),
    (hits, { query }) => {
      if (!hits || shown?.query !== query) return;
      settled.show({ query, ...searchOutcome(shown, hits) });
      const ask = new URL('community/ask', form.action);
      ask.search = new URLSearchParams({ title: query, searched: query }).toString();
      popup.addQuestions(hits, query, ask);
    },
  );
  const searchNow = () =>
    void search({
      query: tidyQuery(input.value),
      category: chosen.disabled ? undefined : chosen.value,
    });
  const dismiss = () => {
    clearTimeout(resting);
    settled.settle();
    popup.close();
    // Overtakes a search that is under way, which would open the list again.
    void search({ query: '', category: undefined });
    void searchCommunity({ query: '', category: undefined });
  };
  const update = () => {
    clearTimeout(resting);
    if (tidyQuery(input.value) !== '') resting = window.setTimeout(searchNow, REST);
    else {
      chosen.disabled = true;
      dismiss();
    }
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) update();
  });
  input.addEventListener('compositionend', update);
  input.addEventListener('keydown', (event) => {
    // While an input method is open, its keys are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const { key, ctrlKey, metaKey } = event;
    const { active, isOpen } = popup;
    if (key === 'ArrowDown' && !isOpen) update();
    else if (key === 'ArrowDown') popup.move(1);
    else if (key === 'ArrowUp') popup.move(-1);
    else if (key === 'Home' && active) popup.moveTo('first');
    else if (key === 'End' && active) popup.moveTo('last');
    else if (key === 'Enter' && active) {
      active.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
      );
    } else if (key === 'Escape' && !isOpen) input.value = '';
    else return;
    event.preventDefault();
  });
  form.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || !popup.isOpen) return;
    dismiss();
    if (target !== input) input.focus();
  });

  popup.filter.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-category]');
    if (!button) return;
    chosen.value = button.dataset['category'] ?? '';
    chosen.disabled = chosen.value === '';
    searchNow();
  });
  // The page of results records the search itself.
  const leaveToPage = () => settled.leaveTo(tidyQuery(input.value));
  form.addEventListener('submit', leaveToPage);
  popup.all.addEventListener('click', () => {
    if (new URL(popup.all.href).searchParams.has('q')) leaveToPage();
  });
  const tellClick = ({ target, button }: MouseEvent) => {
    const link = (target as Element).closest('a');
    if (link && shown && button < 2) settled.click(shown.query, link, popup.rankOf(link));
  };
  popup.list.addEventListener('auxclick', tellClick);
  popup.list.addEventListener('click', (event) => {
    tellClick(event);
    // The article that opens may lead on to a question, which then says what was searched for.
    self.navigation?.updateCurrentEntry({ state: { searched: tidyQuery(input.value) } });
    // An option may lead to a section of this very page.
    dismiss();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget as Node)) dismiss();
  });
  addEventListener('pointerdown', ({ target }) => {
    if (!form.contains(target as Node)) dismiss();
  });

  if (input.value !== '') update();
}

for (const form of document.querySelectorAll<HTMLFormElement>('.search-box:not([data-on-page])')) {
  void attach(form);
}
