import type { Messages } from '#src/locales/en.ts';
import type { Piece } from './passage.ts';
import type { FoundArticle, FoundSection } from './describe-article.ts';
import type { FoundQuote } from './found-quote.ts';
import type { SearchAnswer } from './query.ts';
import type { QuestionHit } from './question-search.ts';

/** Makes an element; text goes in as text, never as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const marked = (pieces: Piece[]) =>
  pieces.map(({ text, mark }) => (mark ? element('mark', {}, text) : text));

function option(kind: string, { title, url, excerpt }: FoundSection, ...beside: Node[]) {
  const link = element(
    'a',
    { role: 'option', href: url, tabindex: '-1', 'aria-selected': 'false', class: kind },
    element('span', { class: 'title' }, ...marked(title)),
    ...beside,
  );
  if (excerpt.length > 0) link.append(element('span', { class: 'excerpt' }, ...marked(excerpt)));
  return link;
}

function group(article: FoundArticle): HTMLElement {
  const shelf = article.category
    ? [element('span', { class: 'category' }, article.category.title)]
    : [];
  return element(
    'div',
    {
      role: 'group',
      'aria-label': article.title.map(({ text }) => text).join(''),
      'data-score': `${article.score}`,
    },
    option('article', article, ...shelf),
    ...article.sections.map((section) => option('section', section)),
  );
}

/** The options of the listbox, grouped by article. */
export function optionGroups({ articles }: SearchAnswer): HTMLElement[] {
  return articles.map(group);
}

/** What an article says to a question, word for word; leads to where it stands. */
export function quoteOption(
  { lines, isSteps, title, section, url }: FoundQuote,
  words: Messages['search'],
): HTMLElement {
  const items = lines.map((line) => element(isSteps ? 'li' : 'span', {}, line));
  const from = `${words.quoted} ${section ? `${title}: ${section}` : title}`;
  return element(
    'a',
    { role: 'option', href: url, tabindex: '-1', 'aria-selected': 'false', class: 'quote' },
    element(isSteps ? 'ol' : 'span', {}, ...items),
    element('span', { class: 'category' }, from),
  );
}

/** A solved question, which stands among the articles. */
export function solvedGroup(hit: QuestionHit, score: number): HTMLElement {
  const name = hit.title.map(({ text }) => text).join('');
  return element(
    'div',
    { role: 'group', 'aria-label': name, 'data-score': `${score}` },
    questionOption(hit),
  );
}

const questionOption = (hit: QuestionHit) =>
  option('question', hit, element('span', { class: 'category' }, hit.status));

/** The options that lead into the community, in a group of their own. */
export function questionGroup(hits: QuestionHit[], { heading }: { heading: string }): HTMLElement {
  const links = hits.map(questionOption);
  // The group has its name for screen readers already.
  const shown = element('p', { class: 'heading', 'aria-hidden': 'true' }, heading);
  return element('div', { role: 'group', 'aria-label': heading }, shown, ...links);
}

/** Buttons that narrow the results to a category; none when there is nothing to choose. */
export function categoryButtons(
  { categories, category }: SearchAnswer,
  words: Messages['search'],
): HTMLButtonElement[] {
  if (categories.length < 2 && category === undefined) return [];
  const all = categories.reduce((sum, { count }) => sum + count, 0);
  return [{ name: '', title: words.allCategories, count: all }, ...categories].map(
    ({ name, title, count }) =>
      element(
        'button',
        { type: 'button', 'data-category': name, 'aria-pressed': `${name === (category ?? '')}` },
        `${title} `,
        element('span', {}, `${count}`),
      ),
  );
}
