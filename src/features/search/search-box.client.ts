// The only part of the search that every page carries: it starts the rest at the first use.
const boxes = document.querySelectorAll<HTMLFormElement>('.search-box');
const script = document.querySelector<HTMLTemplateElement>('.search-script')!.content;
// A fragment is empty once it has been moved, so a second use starts nothing.
const start = () => document.body.append(script);

for (const box of boxes) {
  if (box.dataset['onPage']) continue;
  box.addEventListener('focusin', start);
  if (box.contains(document.activeElement)) start();
}

addEventListener('keydown', (event) => {
  const { key, code, ctrlKey, metaKey, shiftKey, target } = event;
  const isTyping = (target as Element).matches('input, textarea, select, [contenteditable]');
  // On an Arabic keyboard the key of K has another letter.
  const isK = /^[a-z]$/i.test(key) ? /k/i.test(key) : code === 'KeyK';
  if (ctrlKey || metaKey ? isK && !shiftKey : key === '/' && !isTyping) {
    event.preventDefault();
    boxes[0]!.querySelector('input')!.focus();
  }
});
