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
  const { key, ctrlKey, metaKey, target } = event;
  const isTyping = (target as Element).matches('input, textarea, select, [contenteditable]');
  if (ctrlKey || metaKey ? key === 'k' : key === '/' && !isTyping) {
    event.preventDefault();
    boxes[0]!.querySelector('input')!.focus();
  }
});
