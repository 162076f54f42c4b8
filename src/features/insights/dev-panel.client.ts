import { defineToolbarApp } from 'astro/toolbar';
import type { ArticleNote, ArticleNotes } from './article-notes.ts';

type Answer = ArticleNotes | { says: string };

const OUTLINE = '2px dashed #c2410c';

/** An element with text in it; readers' words are text and never HTML. */
function element(name: string, text = '', ...inside: Node[]): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...inside);
  return made;
}

/** A note in the panel; with the way to the section that it is about. */
function item({ section, occasion, text }: ArticleNote): HTMLElement {
  const made = element('li', '', element('q', text), element('small', occasion));
  if (section === null) return made;
  made.dataset['section'] = section;
  const link = element('a', `#${section}`) as HTMLAnchorElement;
  link.href = `#${section}`;
  made.append(link);
  return made;
}

const STYLE = `
  section { max-block-size: min(28rem, 60vh); overflow: auto; }
  h1 { font-size: 1.1rem; margin: 0 0 .5rem; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
  dd, ul { margin: 0; padding: 0; }
  li { list-style: none; padding-block: .5rem; border-block-start: 1px solid #5a6274; }
  small { display: block; color: #bfc1c9; }
  a { color: #c4b5fd; }
  li:focus { outline: 2px solid #c4b5fd; }
`;

/** What the panel shows. */
function panelOf(answer: Answer): HTMLElement {
  if ('says' in answer) return element('section', '', element('p', answer.says));
  const facts = answer.facts.flatMap(([name, value]) => [
    element('dt', name),
    element('dd', value),
  ]);
  const panel = element(
    'section',
    '',
    element('h1', answer.title),
    element('dl', '', ...facts),
    element('ul', '', ...answer.notes.map(item)),
  );
  panel.tabIndex = 0;
  return panel;
}

/**
 * Marks the sections that notes are about, each with a button that leads to them.
 * @returns a function that takes the marks away
 */
function markSections(notes: ArticleNote[], open: (section: string) => void): () => void {
  const undo: (() => void)[] = [];
  for (const [section, own] of Map.groupBy(notes, (note) => note.section)) {
    const heading = section === null ? null : document.getElementById(section);
    if (section === null || !heading) continue;
    const before = heading.style.outline;
    heading.style.outline = OUTLINE;
    const button = element('button', `${own.length} from readers`) as HTMLButtonElement;
    button.type = 'button';
    button.style.cssText = 'margin-inline-start: 1ch; font-size: 1rem; vertical-align: middle;';
    button.addEventListener('click', () => open(section));
    heading.append(button);
    undo.push(() => {
      heading.style.outline = before;
      button.remove();
    });
  }
  return () => undo.forEach((one) => one());
}

/** What readers say of the open article, beside it. */
export default defineToolbarApp({
  async init(canvas, app) {
    const query = new URLSearchParams({ path: location.pathname });
    const response = await fetch(`/dev/insights.json?${query}`).catch(() => undefined);
    const answer: Answer = response?.ok
      ? ((await response.json()) as Answer)
      : { says: 'The figures could not be read; the terminal says why.' };
    const window = document.createElement('astro-dev-toolbar-window');
    window.append(element('style', STYLE), panelOf(answer));
    canvas.append(window);
    const notes = 'notes' in answer ? answer.notes : [];
    if (notes.length > 0) app.toggleNotification({ state: true, level: 'info' });

    let clear = () => {};
    app.onToggled(({ state }) => {
      clear();
      if (!state) return;
      clear = markSections(notes, (section) => {
        const first = window.querySelector<HTMLElement>(
          `li[data-section="${CSS.escape(section)}"]`,
        );
        first?.setAttribute('tabindex', '-1');
        first?.focus();
      });
    });
  },
});
