import { insertTextIntoField } from 'text-field-edit';
import { quoted } from './quote.ts';

/** What is selected inside a text, if it is that text and no other. */
function selectedIn(text: Element | null): string {
  const selection = getSelection();
  if (!text || !selection || selection.rangeCount === 0) return '';
  return text.contains(selection.getRangeAt(0).commonAncestorContainer)
    ? selection.toString().trim()
    : '';
}

/**
 * Puts what is selected of a text into the form for answering, without leaving the page. Without a
 * selection the link leads to the form with the whole text in it, as it does without a script.
 * @param equip makes the form ready to be written in
 */
export function quoteWhereAsked(equip: (form: HTMLFormElement) => void): void {
  const form = document.querySelector<HTMLFormElement>('form[data-answer]');
  if (!form) return;
  let selected = '';
  // A click takes the selection away before it is told.
  document.addEventListener('pointerdown', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[data-quote]');
    if (link) selected = textOf(link);
  });
  const textOf = (link: HTMLAnchorElement) =>
    selectedIn(link.closest('article, #question')?.querySelector('.prose') ?? null);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-quote]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const text = selected || textOf(link);
    selected = '';
    if (!text) return;
    event.preventDefault();
    equip(form);
    const field = form.querySelector('textarea')!;
    field.focus();
    const end = field.value.length;
    field.setSelectionRange(end, end);
    const gap = end === 0 || field.value.endsWith('\n\n') ? '' : '\n\n';
    insertTextIntoField(field, gap + quoted(text, link.dataset['quote'] ?? ''));
  });
}
