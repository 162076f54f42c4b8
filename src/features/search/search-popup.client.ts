import type { Messages } from '#src/locales/en.ts';
import type { SearchAnswer } from './query.ts';
import type { QuestionHit } from './question-search.ts';
import {
  categoryButtons,
  element,
  optionGroups,
  questionGroup,
  quoteOption,
  solvedGroup,
} from './search-options.client.ts';
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
  /** Somebody wants the words as they were typed. */
  onUndo: () => void = () => {};
  #form: HTMLFormElement;
  #input: HTMLInputElement;
  #words: Messages['search'];
  #popup: HTMLElement;
  #above = element('div', { class: 'notes above' });
  #notes = element('div', { class: 'notes' });
  #status = element('p', { role: 'status', class: 'visually-hidden' });
  #correction: HTMLElement | undefined;
  #telling = 0;
  #told = '';
  /** What was told of the articles alone. */
  #toldOfArticles = '';
  #shown = '';
  #isScrolled = false;
  /** The questions that stand in the list. */
  #added = '';
  #id = `search-list-${popups++}`;

  constructor(form: HTMLFormElement, input: HTMLInputElement, words: Messages['search']) {
    this.#form = form;
    this.#input = input;
    this.#words = words;
    this.filter = element('div', { class: 'filter', role: 'group', 'aria-label': words.category });
    this.list = element('div', { role: 'listbox', id: this.#id, 'aria-label': words.list });
    // To ask where the list stands would have it laid out at every key press.
    this.list.addEventListener('scroll', () => (this.#isScrolled = true), { passive: true });
    const parts = [this.filter, this.#above, this.list, this.#notes, this.all];
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
    const shown = JSON.stringify([answer, address.href]);
    if (this.isOpen && shown === this.#shown) return;
    this.list.ariaLabel = this.#words.list;
    const pressed = (document.activeElement as HTMLElement | null)?.dataset['category'];
    this.filter.replaceChildren(...categoryButtons(answer, this.#words));
    if (answer.total === 0) {
      this.say(answer.categories.length > 0 ? this.#words.elsewhere : this.#words.searching);
      this.#showLink(this.#words.browse, new URL(address.pathname.replace(/search$/, ''), address));
    } else {
      const quote = answer.quote ? [quoteOption(answer.quote, this.#words)] : [];
      this.list.replaceChildren(...quote, ...optionGroups(answer));
      this.#added = '';
      this.#number();
      this.all.hidden = true;
      if (answer.total > answer.articles.length) {
        this.#showLink(this.#words.seeAll(answer.total), address);
      }
      this.#notes.replaceChildren();
      this.#open();
      if (this.#isScrolled) this.list.scrollTop = 0;
      this.#isScrolled = false;
      this.#tell(this.#words.found(answer.total));
    }
    this.#shown = shown;
    this.#explain(answer);
    this.#toldOfArticles = this.#told;
    // The buttons are new ones; the pressed one keeps the focus.
    if (pressed !== undefined) {
      const again = `[data-category="${CSS.escape(pressed)}"]`;
      (this.filter.querySelector<HTMLElement>(again) ?? this.#input).focus();
    }
  }

  /**
   * Adds questions of the community, in place of those that were added before: solved ones among the
   * articles, the others below.
   */
  addQuestions(hits: QuestionHit[]): void {
    const added = hits.length === 0 ? '' : JSON.stringify(hits);
    if (added === this.#added) return;
    this.#added = added;
    for (const question of this.list.querySelectorAll('.question'))
      question.parentElement?.remove();
    if (hits.length === 0) {
      this.list.hidden = this.list.childElementCount === 0;
      this.#input.ariaExpanded = `${!this.list.hidden}`;
      return this.#tell(this.#toldOfArticles);
    }
    const others = hits.filter(({ score }) => score === undefined);
    for (const hit of hits) if (hit.score !== undefined) this.#insert(hit, hit.score);
    if (others.length > 0) this.list.append(questionGroup(others, this.#words.inCommunity));
    this.#number();
    this.#notes.replaceChildren();
    this.list.hidden = false;
    this.#input.ariaExpanded = 'true';
    this.#tell(`${this.#toldOfArticles} ${this.#words.inCommunity.count(hits.length)}`);
  }

  /** Says that nothing answers what was asked, and how to go on. @param ask where to ask it */
  sayUnanswered(query: string, ask: URL | undefined): void {
    const { nothing, nearest, nothingTodo, inCommunity } = this.#words;
    const more = this.list.hidden ? nothingTodo : nearest;
    this.#above.replaceChildren(
      ...(this.#correction ? [this.#correction] : []),
      element('p', {}, element('b', {}, nothing(query)), ` ${more}`),
    );
    this.#above.hidden = false;
    const link = ask && element('a', { href: ask.href }, inCommunity.askThis(query));
    this.#notes.replaceChildren(...(link ? [element('p', {}, link)] : []));
    this.#tell(`${nothing(query)} ${more}`);
  }

  /** Puts a solved question where it belongs, unless that would move what is being chosen from. */
  #insert(hit: QuestionHit, score: number): void {
    const groups = [...this.list.querySelectorAll<HTMLElement>('[data-score]')];
    const isInUse = this.active !== undefined || this.list.matches(':hover');
    const next = isInUse ? undefined : groups.find((one) => Number(one.dataset['score']) < score);
    const group = solvedGroup(hit, score);
    if (next) next.before(group);
    else if (groups.length > 0) groups.at(-1)!.after(group);
    else this.list.prepend(group);
  }

  /** Says what was corrected, with the way to undo it. */
  #explain({ corrected }: SearchAnswer): void {
    this.#correction = undefined;
    if (corrected.length === 0) return;
    const joined = (side: 'from' | 'to') => corrected.map((one) => one[side]).join(' ');
    const undo = element('button', { type: 'button' }, this.#words.asTyped(joined('from')));
    undo.addEventListener('click', () => this.onUndo());
    const note = this.#words.corrected(joined('to'));
    this.#correction = element('p', {}, `${note} `, undo);
    this.#above.replaceChildren(this.#correction);
    this.#above.hidden = false;
    this.#tell(`${note} ${this.#told}`);
  }

  /** Shows options that are no results, and below them what belongs to them. */
  offer(name: string, options: HTMLElement[], beside: HTMLElement[], sentence: string): void {
    this.#shown = this.#added = '';
    this.filter.replaceChildren();
    this.list.ariaLabel = name;
    this.list.replaceChildren(...options);
    this.#number();
    this.all.hidden = true;
    this.#notes.replaceChildren(...beside);
    this.#open();
    this.#tell(sentence);
  }

  /** Shows sentences in place of results. */
  say(...sentences: string[]): void {
    this.#shown = this.#added = '';
    this.list.replaceChildren();
    this.all.hidden = true;
    this.#notes.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
    this.#open();
    this.#tell(sentences.join(' '));
  }

  /** @param said what screen readers are told */
  close(said = ''): void {
    this.#popup.hidden = true;
    this.#form.classList.remove('open');
    this.#input.ariaExpanded = 'false';
    this.activate(undefined);
    this.#tell(said);
  }

  /** The place in the list of what a link leads to, from 1; a section stands where its article does. */
  rankOf(link: HTMLAnchorElement): number {
    const results = [...this.list.querySelectorAll('.article, .question')];
    if (link.matches('.quote')) return 1;
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

  /** Makes the option at a place active, from 0; the last, where there are fewer. */
  moveTo(at: number): void {
    const options = this.#options;
    this.activate(options[Math.min(at, options.length - 1)]);
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
    this.#above.hidden = true;
    this.activate(undefined);
    // Measured while nothing is open: with new results in it, the page would be laid out for that.
    if (!this.isOpen) {
      // All of it can be seen, however low on the page the box stands.
      const room = window.innerHeight - this.#input.getBoundingClientRect().bottom;
      this.#popup.style.setProperty('--room', `${Math.round(room)}px`);
    }
    this.list.hidden = this.list.childElementCount === 0;
    this.filter.hidden = this.filter.childElementCount === 0;
    this.#popup.hidden = false;
    this.#form.classList.add('open');
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
