import { insertTextIntoField, wrapFieldSelection } from 'text-field-edit';

type Tool = (field: HTMLTextAreaElement) => void;

/** Puts marks around what is selected, or takes them away where they are. */
function wrap(field: HTMLTextAreaElement, mark: string): void {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const isMarked =
    value.slice(start - mark.length, start) === mark &&
    value.slice(end, end + mark.length) === mark;
  if (!isMarked) return wrapFieldSelection(field, mark);
  field.setSelectionRange(start - mark.length, end + mark.length);
  insertTextIntoField(field, value.slice(start, end));
  field.setSelectionRange(start - mark.length, end - mark.length);
}

/** Puts a mark before each line that is selected, or takes it away where all have it. */
function prefix(field: HTMLTextAreaElement, mark: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const after = value.indexOf('\n', selectionEnd);
  const end = after < 0 ? value.length : after;
  const lines = value.slice(start, end).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n');
  field.setSelectionRange(start, end);
  insertTextIntoField(field, text);
  const from = lines.length > 1 ? start : start + text.length;
  field.setSelectionRange(from, start + text.length);
}

function code(field: HTMLTextAreaElement): void {
  const selected = field.value.slice(field.selectionStart, field.selectionEnd);
  if (selected.includes('\n')) wrapFieldSelection(field, '```\n', '\n```');
  else wrap(field, '`');
}

/** Makes a link of what is selected, and selects what is still to be filled in. */
function link(field: HTMLTextAreaElement): void {
  const { selectionStart: start, selectionEnd: end } = field;
  const selected = field.value.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(selected);
  insertTextIntoField(field, isAddress ? `[](${selected})` : `[${selected}](https://)`);
  const at = isAddress || selected === '' ? start + 1 : start + selected.length + 3;
  field.setSelectionRange(at, isAddress || selected === '' ? at : at + 'https://'.length);
}

const TOOLS: Record<string, Tool> = {
  bold: (field) => wrap(field, '**'),
  italic: (field) => wrap(field, '_'),
  code,
  link,
  list: (field) => prefix(field, '- '),
  quote: (field) => prefix(field, '> '),
};

/** Which tool a key calls, as on other sites for writing. */
function toolOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (shiftKey) return { Digit8: 'list', Period: 'quote' }[code];
  return { b: 'bold', i: 'italic', e: 'code', k: 'link' }[key.toLowerCase()];
}

/**
 * Makes a toolbar work, after the pattern of the ARIA Authoring Practices: one stop of the tab key,
 * arrows within.
 * @param chooseImage what the button for images does; without it there is no such button
 */
export function toolbarFor(
  bar: HTMLElement,
  field: HTMLTextAreaElement,
  chooseImage: (() => void) | undefined,
): void {
  bar.setAttribute('aria-controls', field.id);
  const buttons = [...bar.querySelectorAll('button')];
  const use = (deed: string | undefined) => {
    field.focus();
    if (deed === 'image') chooseImage?.();
    else TOOLS[deed ?? '']?.(field);
  };
  const stopAt = (button: HTMLButtonElement) => {
    for (const one of buttons) one.tabIndex = one === button ? 0 : -1;
  };
  stopAt(buttons[0]!);
  bar.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (button) use(button.dataset['deed']);
  });
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const { [event.key]: next } = {
      [forward]: at + 1,
      [backward]: at - 1 + buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const button = next === undefined ? undefined : buttons[next % buttons.length];
    if (!button) return;
    event.preventDefault();
    stopAt(button);
    button.focus();
  });
  field.addEventListener('keydown', (event) => {
    const deed = toolOf(event);
    if (!deed) return;
    event.preventDefault();
    // The site's own shortcuts do not apply while one writes.
    event.stopPropagation();
    TOOLS[deed]?.(field);
  });
}
