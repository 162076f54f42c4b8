// Articles and questions that may already be the answer, beside the form while it is filled in.
import { tellEvent } from '#src/features/events/tell-event.client.ts';
import type { Form } from '#src/features/events/event.ts';
import { loadEngine } from './engine-browser.ts';
import { latest } from './latest.ts';
import { findArticles } from './query.ts';
import { suggestArticles, suggestionQuery } from './suggest-articles.ts';

/** Milliseconds of rest before a search. */
const REST = 350;
/** Milliseconds without a change before a screen reader is told. */
const SETTLED = 1200;
/** So many of each kind stand beside the form. */
const SHOWN = 3;
/** As much of the text as says what it is about. */
const BODY_READ = 1000;

interface Suggestion {
  kind: 'articles' | 'questions';
  title: string;
  url: string;
  /** Stands for it in the form and in events: the article's path, or the question's id. */
  name: string;
  status?: string;
}

const box = document.querySelector<HTMLElement>('.suggestions')!;
const form = document.querySelector<HTMLFormElement>(`#${box.dataset['form']}`)!;
const pattern = box.querySelector('template')!.content.firstElementChild!;
const spoken = box.querySelector('[role=status]')!;
const funnel = box.dataset['funnel'] as Form;
const { fields = '' } = box.dataset;
const [line, text] = fields
  .split(' ')
  .map((name) => form.elements.namedItem(name) as HTMLInputElement) as [
  HTMLInputElement,
  HTMLInputElement,
];
const typed = () => ({ title: line.value, body: text.value });
const seen = new Set<string>();
let isStarted = false;
let isSent = false;
let resting = 0;
let speaking = 0;

const concerned = ({ kind, name }: Suggestion) =>
  kind === 'articles' ? { article: name } : { question: Number(name) };

function itemFor(suggestion: Suggestion, rank: number): HTMLElement {
  const item = pattern.cloneNode(true) as HTMLElement;
  const link = item.querySelector('a')!;
  link.href = suggestion.url;
  link.querySelector('.title')!.textContent = suggestion.title;
  for (const mark of item.querySelectorAll<HTMLElement>('[data-status]')) {
    mark.hidden = mark.dataset['status'] !== suggestion.status;
  }
  const button = item.querySelector('button')!;
  button.value = suggestion.name;
  link.id = `suggestion-${rank}`;
  button.setAttribute('aria-describedby', link.id);
  const tellOpened = () =>
    tellEvent({ kind: 'suggestion-opened', form: funnel, ...concerned(suggestion), rank });
  link.addEventListener('click', tellOpened);
  link.addEventListener('auxclick', ({ button }) => button === 1 && tellOpened());
  return item;
}

async function articlesFor(query: string): Promise<Suggestion[]> {
  const engine = await loadEngine();
  const found = await suggestArticles((request) => findArticles(engine, request), query);
  return found.slice(0, SHOWN).map(({ title, url, sections: [section] }) => ({
    kind: 'articles' as const,
    title: title.map(({ text }) => text).join(''),
    // Straight to where it says most about what is typed.
    url: section?.url ?? url,
    name: url,
  }));
}

async function questionsFor(title: string, body: string): Promise<Suggestion[]> {
  const query = new URLSearchParams({ title, body: body.slice(0, BODY_READ) });
  const response = await fetch(`${box.dataset['similar']}?${query}`);
  if (!response.ok) return [];
  const found = (await response.json()) as {
    id: number;
    title: string;
    url: string;
    status: string;
  }[];
  return found
    .slice(0, SHOWN)
    .map((one) => ({ ...one, kind: 'questions' as const, name: String(one.id) }));
}

/** Shows what was found in place of what was there; what is there already is left alone. */
function show(suggestions: Suggestion[]): void {
  for (const list of box.querySelectorAll<HTMLElement>('[data-kind]')) {
    const own = suggestions.filter(({ kind }) => kind === list.dataset['kind']);
    list.hidden = own.length === 0;
    const items = list.querySelector('ul')!;
    const present = [...items.querySelectorAll('a')].map(({ href }) => href);
    const wanted = own.map(({ url }) => new URL(url, location.href).href);
    if (present.join() === wanted.join()) continue;
    items.replaceChildren(
      ...own.map((suggestion) => itemFor(suggestion, suggestions.indexOf(suggestion) + 1)),
    );
  }
  for (const [at, suggestion] of suggestions.entries()) {
    if (seen.has(suggestion.name)) continue;
    seen.add(suggestion.name);
    tellEvent({ kind: 'suggestion-shown', form: funnel, ...concerned(suggestion), rank: at + 1 });
  }
  box.hidden = suggestions.length === 0;
  clearTimeout(speaking);
  const { one = '', many = '' } = box.dataset;
  const { length } = suggestions;
  const sentence = length === 0 ? '' : length === 1 ? one : many.replace('{n}', `${length}`);
  speaking = window.setTimeout(() => (spoken.textContent = sentence), SETTLED);
}

const suggest = latest<{ title: string; body: string }, Suggestion[]>(async ({ title, body }) => {
  const query = suggestionQuery(title, body);
  if (query === '') return [];
  const found = await Promise.allSettled([articlesFor(query), questionsFor(title, body)]);
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}, show);

function start(): void {
  if (isStarted) return;
  isStarted = true;
  tellEvent({ kind: 'form-started', form: funnel });
}

// What stands beside the form need not be a step of its own.
const button = form.querySelector<HTMLButtonElement>('[data-post]');
if (button) {
  button.value = 'post';
  button.textContent = button.dataset['post']!;
}
const told = document.createElement('input');
Object.assign(told, { type: 'hidden', name: 'told', value: 'yes' });
form.append(told);

form.addEventListener('input', ({ target }) => {
  if (target !== line && target !== text) return;
  start();
  clearTimeout(resting);
  resting = window.setTimeout(() => suggest(typed()), REST);
});
form.addEventListener('submit', () => (isSent = true));
addEventListener('pagehide', () => {
  if (isStarted && !isSent) tellEvent({ kind: 'form-abandoned', form: funnel });
});
if (line.value || text.value) void suggest(typed());
