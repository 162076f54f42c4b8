import type { Messages } from '#src/locales/en.ts';
import { element } from './search-options.client.ts';

/** Milliseconds after which a screen reader has noticed the place where news are told. */
const NOTICED = 400;

interface FoundWordsBar {
  /** How much it covers of the window, in pixels. */
  readonly height: number;
  /** Says at which place the reader is, and to screen readers what stands there. @param at from 0 */
  tell(at: number, around: string): void;
}

/**
 * The bar that leads from place to place where words of a search stand. It comes first in the page
 * for keyboards and screen readers; it takes no focus and moves nothing.
 * @param isAtStart whether the first place is the first of the article
 */
export function foundWordsBar(
  { query, count, isAtStart }: { query: string; count: number; isAtStart: boolean },
  words: Messages['search']['foundWords'],
  go: { next: () => void; previous: () => void; remove: () => void },
): FoundWordsBar {
  const main = document.querySelector('main')!;
  main.querySelector('.found-words')?.remove();
  const button = (label: string, act: () => void) => {
    const made = element('button', { type: 'button', class: 'button' }, label);
    made.onclick = act;
    return made;
  };
  const said = words.places(count, query);
  const where = element('p', { title: query }, said);
  const first = count === 1 ? words.only : isAtStart ? words.first : words.next;
  const next = button(first, go.next);
  const previous = button(words.previous, go.previous);
  previous.hidden = count === 1 || isAtStart;
  const status = element('p', { role: 'status', class: 'visually-hidden' });
  const remove = button(words.remove, () => {
    bar.remove();
    // The button that had it is gone.
    main.focus({ preventScroll: true });
    go.remove();
  });
  remove.classList.add('remove');
  const buttons = element('div', { class: 'buttons' }, next, previous, remove);
  const row = element('div', { class: 'wrap' }, where, buttons, status);
  const bar = element('section', { class: 'found-words no-print', 'aria-label': words.label }, row);
  main.prepend(bar);
  const measure = () =>
    document.documentElement.style.setProperty('--covered', `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  setTimeout(() => (status.textContent = said), NOTICED);
  return {
    get height() {
      return bar.offsetHeight;
    },
    tell(at, around) {
      where.textContent = words.at(at + 1, count, query);
      status.textContent = `${words.at(at + 1, count, query)} ${around}`;
      if (count === 1) return;
      next.textContent = words.next;
      previous.hidden = false;
    },
  };
}
