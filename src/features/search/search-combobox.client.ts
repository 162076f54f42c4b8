// The search box as a combobox with a list of results, after the pattern of the ARIA Authoring
// Practices: the focus stays in the input, which names the active option.
import { loadEngine } from './engine-browser.ts';
import { latest } from './latest.ts';
import { findArticles, tidyQuery, type SearchAnswer } from './query.ts';
import { questionHits } from './question-hits.client.ts';
import type { QuestionHit } from './question-search.ts';
import { listRecentSearches } from './recent-list.client.ts';
import { element } from './search-options.client.ts';
import { SearchPopup } from './search-popup.client.ts';
import { opensHere, rememberSearch } from './search-before.client.ts';
import { searchOutcome } from './search-outcome.ts';
import { searchWords } from './search-words.client.ts';
import { settledSearches } from './settled-search.client.ts';

const ARTICLES_SHOWN = 6;
/** Milliseconds after which a first, slower search says that it is at work. */
const PATIENCE = 250;

interface Wanted {
  query: string;
  category?: string | undefined;
  isVerbatim?: boolean;
}

const NOTHING: Wanted = { query: '' };

/** Whether a search is for the words of another and what was typed after them. */
const goesOn = (before: Wanted, { query, category, isVerbatim }: Wanted) =>
  before.query !== '' &&
  query.startsWith(before.query) &&
  category === before.category &&
  isVerbatim === before.isVerbatim;

/** Turns the plain form into a combobox, in place: what has been typed meanwhile is searched for. */
async function attach(form: HTMLFormElement): Promise<void> {
  loadEngine().catch(() => undefined);
  const words = await searchWords();
  const input = form.querySelector('input')!;
  const chosen = element('input', { type: 'hidden', name: 'category' });
  chosen.disabled = true;
  const asTyped = element('input', { type: 'hidden', name: 'spelling', value: 'kept' });
  asTyped.disabled = true;
  form.append(chosen, asTyped);
  const popup = new SearchPopup(form, input, words);
  const settled = settledSearches('box');
  let shown: SearchAnswer | undefined;
  /** What the community said last. */
  let before: Wanted & { hits: QuestionHit[] | undefined } = { ...NOTHING, hits: undefined };
  /** The query whose spelling is to be left alone. */
  let kept = '';

  const search = latest<Wanted, SearchAnswer | undefined>(
    async ({ query, ...how }, isNewest) => {
      if (query === '') return undefined;
      const slow = setTimeout(() => popup.isOpen || popup.say(words.searching), PATIENCE);
      try {
        const engine = await loadEngine();
        // Over a slow line more has been typed by now.
        if (!isNewest()) return undefined;
        return await findArticles(engine, { query, ...how, size: ARTICLES_SHOWN });
      } catch {
        return undefined;
      } finally {
        clearTimeout(slow);
      }
    },
    (answer, { query, isVerbatim = false }) => {
      void searchCommunity(NOTHING);
      if (query === '') return;
      if (!answer) return popup.say(words.awayHere);
      chosen.value = answer.category ?? '';
      chosen.disabled = answer.category === undefined;
      const address = new URL(form.action);
      address.searchParams.set('q', answer.query);
      if (answer.category) address.searchParams.set('category', answer.category);
      if (isVerbatim) address.searchParams.set('spelling', 'kept');
      popup.show(answer, address);
      shown = answer;
      // While the words go on, what the community had so far stays until it has said more.
      if (goesOn(before, { query, category: answer.category, isVerbatim }))
        addCommunity(answer, before.hits);
      settled.show({ query, ...searchOutcome(answer) });
      void searchCommunity({ query, category: answer.category, isVerbatim });
    },
  );
  const searchCommunity = latest<Wanted, QuestionHit[] | undefined>(
    async (wanted) =>
      wanted.query === ''
        ? undefined
        : questionHits(new URL('community/search.json', form.action), wanted),
    (hits, wanted) => {
      if (wanted.query === '' || shown?.query !== wanted.query) return;
      before = { ...wanted, hits };
      settled.show({ query: wanted.query, ...addCommunity(shown, hits) });
    },
  );
  /** Adds what the community has to the articles shown; together they may answer, or not. */
  const addCommunity = (answer: SearchAnswer, hits: QuestionHit[] | undefined) => {
    const { query } = answer;
    const outcome = searchOutcome(
      answer,
      hits?.map(({ quality }) => quality),
    );
    popup.addQuestions(hits ?? []);
    if (outcome.quality === 'none') {
      const ask = new URL('community/ask', form.action);
      ask.search = new URLSearchParams({ title: query, searched: query }).toString();
      popup.sayUnanswered(query, hits && ask);
    }
    return outcome;
  };
  const searchNow = () => {
    const query = tidyQuery(input.value);
    const category = chosen.disabled ? undefined : chosen.value;
    asTyped.disabled = query !== kept;
    void search({ query, category, isVerbatim: query === kept });
  };
  const dismiss = () => {
    settled.settle();
    popup.close();
    // Overtakes a search that is under way, which would open the list again.
    void search(NOTHING);
    void searchCommunity(NOTHING);
  };
  const update = () => {
    if (tidyQuery(input.value) !== '') searchNow();
    else {
      chosen.disabled = asTyped.disabled = true;
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
    else if (key === 'Home' && active) popup.moveTo(0);
    else if (key === 'End' && active) popup.moveTo(Infinity);
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
    // An empty box that is come to would open again.
    if (target !== input) input.focus();
    dismiss();
  });

  popup.onUndo = () => {
    kept = tidyQuery(input.value);
    input.focus();
    searchNow();
  };
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
    const link = (event.target as Element).closest('a');
    if (link && shown && opensHere(event)) rememberSearch(link, shown.query, shown.terms);
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

  listRecentSearches(form, popup, words.recent);
  if (input.value !== '') update();
}

for (const form of document.querySelectorAll<HTMLFormElement>('.search-box:not([data-on-page])')) {
  void attach(form);
}
