import type { Messages } from '#src/locales/en.ts';
import type { SearchAnswer } from './query.ts';
import type { QuestionHit } from './question-search.ts';
import { categoryButtons, element, optionGroups, questionGroup } from './search-options.client.ts';
import css from './search-popup.css?inline';

let popups = 0;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

/** Milliseconds without a change before a screen reader is told: it need not read every letter's results. */
const SETTLED = 400;

/** The list that opens below the search box, and what the box says of it to screen readers. */
export class SearchPopup {
  readonly filter: HTMLElement;
  readonly list: HTMLElement;
  /** Leads to all results, or to where one can browse instead. */
  readonly all = element('a', { class: 'all' });
  active: HTMLElement | undefined;
  #form: HTMLFormElement;
  #input: HTMLInputElement;
  #words: Messages['search'];
  #popup: HTMLElement;
  #notes = element('div', { class: 'notes' });
  #status = element('p', { role: 'status', class: 'visually-hidden' });
  #telling = 0;
  #told = '';
  #id = `search-list-${popups++}`;

  constructor(form: HTMLFormElement, input: HTMLInputElement, words: Messages['search']) {
    this.#form = form;
    this.#input = input;
    this.#words = words;
    this.filter = element('div', { class: 'filter', role: 'group', 'aria-label': words.category });
    this.list = element('div', { role: 'listbox', id: this.#id, 'aria-label': words.list });
    const parts = [this.filter, this.list, this.#notes, this.all];
    this.#popup = element('div', { class: 'search-popup' }, ...parts);
    const close = element('button', { type: 'button', class: 'close' }, words.close);
    close.onclick = () => {
      this.close();
      // Not the input, which would bring the keyboard back up.
      form.querySelector('button')?.focus();
    };
    form.append(close, this.#popup, this.#status);
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': this.#id,
    })) {
      input.setAttribute(name, value);
    }
    this.close();
  }

  get isOpen(): boolean {
    return !this.#popup.hidden;
  }

  /** Shows results in place of what was there; `address` is of the page with all of them. */
  show(answer: SearchAnswer, address: URL): void {
    const pressed = (document.activeElement as HTMLElement | null)?.dataset['category'];
    this.filter.replaceChildren(...categoryButtons(answer, this.#words));
    if (answer.total === 0) {
      this.say(
        ...(answer.categories.length > 0
          ? [this.#words.elsewhere]
          : [this.#words.nothing(answer.query), this.#words.nothingTodo]),
      );
      this.#showLink(this.#words.browse, new URL(address.pathname.replace(/search$/, ''), address));
    } else {
      this.list.replaceChildren(...optionGroups(answer));
      this.#number();
      this.all.hidden = true;
      if (answer.total > answer.articles.length) {
        this.#showLink(this.#words.seeAll(answer.total), address);
      }
      this.#notes.replaceChildren();
      this.#open();
      this.list.scrollTop = 0;
      this.#tell(this.#words.found(answer.total));
    }
    // The buttons are new ones; the pressed one keeps the focus.
    if (pressed !== undefined) {
      const again = `[data-category="${CSS.escape(pressed)}"]`;
      (this.filter.querySelector<HTMLElement>(again) ?? this.#input).focus();
    }
  }

  /**
   * Adds questions of the community below what is shown; where nothing is, the way to ask one.
   * @param ask the address of the page for asking
   */
  addQuestions(hits: QuestionHit[], query: string, ask: URL): void {
    const words = this.#words.inCommunity;
    if (hits.length > 0) {
      this.list.append(questionGroup(hits, words));
      this.#number();
      this.list.hidden = false;
      this.#input.ariaExpanded = 'true';
      this.#tell(`${this.#told} ${words.count(hits.length)}`);
    } else if (this.list.hidden) {
      const link = element('a', { href: ask.href }, words.askThis(query));
      this.#notes.append(element('p', {}, link));
    }
  }

  /** Shows sentences in place of results. */
  say(...sentences: string[]): void {
    this.list.replaceChildren();
    this.all.hidden = true;
    this.#notes.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
    this.#open();
    this.#tell(sentences.join(' '));
  }

  close(): void {
    this.#popup.hidden = true;
    this.#form.classList.remove('open');
    this.#input.ariaExpanded = 'false';
    this.activate(undefined);
    this.#tell('');
  }

  /** The place in the list of what a link leads to, from 1; a section stands where its article does. */
  rankOf(link: HTMLAnchorElement): number {
    const results = [...this.list.querySelectorAll('.article, .question')];
    const own = link.closest('.question') ?? link.parentElement?.querySelector('.article');
    return results.indexOf(own ?? link) + 1;
  }

  /** Makes the option `step` places on active; before the first and after the last is none. */
  move(step: number): void {
    const options = this.#options;
    const places = options.length + 1;
    const at = this.active ? options.indexOf(this.active) + 1 : 0;
    this.activate(options[((at + step + places) % places) - 1]);
  }

  /** Makes the first or the last option active. */
  moveTo(end: 'first' | 'last'): void {
    this.activate(this.#options.at(end === 'first' ? 0 : -1));
  }

  activate(option: HTMLElement | undefined): void {
    if (this.active) this.active.ariaSelected = 'false';
    this.active = option;
    if (!option) return this.#input.removeAttribute('aria-activedescendant');
    option.ariaSelected = 'true';
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  get #options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  #number(): void {
    for (const [at, option] of this.#options.entries()) option.id = `${this.#id}-${at}`;
  }

  #open(): void {
    this.activate(undefined);
    this.list.hidden = this.list.childElementCount === 0;
    this.filter.hidden = this.filter.childElementCount === 0;
    this.#popup.hidden = false;
    this.#form.classList.add('open');
    // All of it can be seen, however low on the page the box stands.
    const room = window.innerHeight - this.#input.getBoundingClientRect().bottom;
    this.#popup.style.setProperty('--room', `${Math.round(room)}px`);
    this.#input.ariaExpanded = `${!this.list.hidden}`;
  }

  #showLink(text: string, address: URL): void {
    this.all.textContent = text;
    this.all.href = address.href;
    this.all.hidden = false;
  }

  #tell(sentence: string): void {
    this.#told = sentence;
    clearTimeout(this.#telling);
    this.#telling = window.setTimeout(() => (this.#status.textContent = sentence), SETTLED);
  }
}
