// What writing gains with JavaScript: tools, a preview, names and articles to choose from, images by
// paste and drop, drafts that are kept while one types. Everything can be written without it.
import { keepDrafts } from './composer-draft.client.ts';
import { takeImages } from './composer-images.client.ts';
import { offerNames } from './composer-names.client.ts';
import { previewBelow } from './composer-preview.client.ts';
import { quoteWhereAsked } from './composer-quote.client.ts';
import { toolbarFor } from './composer-tools.client.ts';
import css from './composer.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

const parts = document.querySelector<HTMLTemplateElement>('#composer-parts')!;
const part = (selector: string) =>
  parts.content.querySelector<HTMLElement>(selector)!.cloneNode(true) as HTMLElement;

/** Equips a form that somebody has begun to fill in, once. */
function equip(form: HTMLFormElement): void {
  if (form.dataset['equipped']) return;
  form.dataset['equipped'] = 'yes';
  const textarea = form.querySelector('textarea')!;
  const state = part('.composer-state');
  const say = (sentence: string) => (state.textContent = sentence);
  const box = textarea.closest('text-expander') ?? textarea;
  const tools = part('.composer-tools');
  box.before(tools);
  box.after(state);
  const chooseImage = parts.dataset['upload']
    ? takeImages(form, textarea, parts.dataset, say)
    : undefined;
  toolbarFor(tools, textarea, chooseImage);
  offerNames(form, parts.dataset);
  if (form.dataset['compose'] === 'full') {
    const preview = part('.composer-preview');
    state.after(preview);
    previewBelow(textarea, preview, parts.dataset['locale'] ?? '');
    // What is always to be seen need not be asked for.
    form.querySelector<HTMLElement>('[value=preview]')?.setAttribute('hidden', '');
  }
  if (form.dataset['draft']) keepDrafts(form, () => say(parts.dataset['draftSaved'] ?? ''));
}

const equipAround = (target: EventTarget | null) => {
  const form = (target as Element | null)?.closest<HTMLFormElement>('form[data-compose]');
  if (form) equip(form);
};

document.addEventListener('focusin', ({ target }) => equipAround(target));
equipAround(document.activeElement);
quoteWhereAsked(equip);
