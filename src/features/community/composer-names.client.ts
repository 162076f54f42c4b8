import TextExpanderElement from '@github/text-expander-element';
import { insertTextIntoField } from 'text-field-edit';

/** What the list shows, and what is put into the text for it. */
interface Choice {
  label: string;
  detail?: string;
  value: string;
}

interface Change {
  key: string;
  text: string;
  provide(result: Promise<{ matched: boolean; fragment: HTMLElement }>): void;
}

/** Milliseconds of rest: a fast typist's half names are skipped. */
const REST = 120;

function listOf(choices: Choice[], label: string): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.className = 'composer-names';
  for (const { label, detail, value } of choices) {
    const item = document.createElement('li');
    item.setAttribute('role', 'option');
    item.dataset['value'] = value;
    item.append(label);
    if (detail) {
      const beside = document.createElement('span');
      beside.className = 'muted';
      beside.textContent = detail;
      item.append(' ', beside);
    }
    list.append(item);
  }
  return list;
}

/** Offers members after an `@` and articles after `[[`, while they are typed. */
export function offerNames(form: HTMLFormElement, words: DOMStringMap): void {
  const expander = form.querySelector('text-expander');
  const field = form.querySelector('textarea')!;
  if (!(expander instanceof TextExpanderElement)) return;
  let latest = 0;

  async function choicesFor(key: string, text: string): Promise<Choice[]> {
    const mine = (latest += 1);
    const isName = key === '@' ? /^[\p{L}\p{N}-]{0,30}$/u : /^[^\]\n]{2,80}$/u;
    await new Promise((rest) => setTimeout(rest, REST));
    if (mine !== latest || !isName.test(text)) return [];
    const query = new URLSearchParams(key === '@' ? { handle: text } : { article: text });
    if (key === '@' && words['question']) query.set('question', words['question']);
    const response = await fetch(`${words['names']}?${query}`);
    return response.ok && mine === latest ? ((await response.json()) as Choice[]) : [];
  }

  expander.addEventListener('text-expander-change', (event) => {
    const { key, text, provide } = (event as CustomEvent<Change>).detail;
    const label = (key === '@' ? words['people'] : words['articles']) ?? '';
    provide(
      choicesFor(key, text).then(
        (choices) => ({ matched: choices.length > 0, fragment: listOf(choices, label) }),
        () => ({ matched: false, fragment: listOf([], label) }),
      ),
    );
  });
  const told = document.createElement('span');
  told.className = 'visually-hidden';
  told.setAttribute('role', 'status');
  expander.append(told);
  expander.addEventListener('text-expander-activate', () =>
    requestAnimationFrame(() => {
      const list = expander.querySelector<HTMLElement>('.composer-names');
      if (!list) return;
      // A text of several lines cannot be a combobox; it can have a list and an active option.
      field.removeAttribute('role');
      field.removeAttribute('aria-expanded');
      told.textContent = `${list.getAttribute('aria-label')}: ${list.children.length}`;
      // It opens at the caret, which may be too near to the end of a narrow screen.
      const over = list.getBoundingClientRect().right - field.getBoundingClientRect().right;
      if (over > 0) list.style.left = `${list.offsetLeft - over}px`;
    }),
  );
  expander.addEventListener('text-expander-deactivate', () => (told.textContent = ''));
  // Put in as if it were typed, so that it can be undone; the element would set the whole text.
  expander.addEventListener('text-expander-value', (event) => {
    const { key, item } = (event as CustomEvent<{ key: string; item: HTMLElement }>).detail;
    event.preventDefault();
    const end = field.selectionEnd;
    field.setSelectionRange(field.value.lastIndexOf(key, end - 1), end);
    expander.dismiss();
    insertTextIntoField(field, `${item.dataset['value'] ?? ''} `);
  });
}
