// The only part of the composer that pages with a form carry: it fetches the rest when somebody
// begins to write, or comes near a link that quotes.
const composer = document.querySelector<HTMLTemplateElement>('.composer-script')!.content;
// A fragment is empty once it has been moved, so a second use starts nothing.
const startComposer = (target: EventTarget | null) => {
  if ((target as Element | null)?.closest('form[data-compose], a[data-quote]')) {
    document.body.append(composer);
  }
};

for (const kind of ['focusin', 'pointerover']) {
  document.addEventListener(kind, ({ target }) => startComposer(target));
}
startComposer(document.activeElement);
