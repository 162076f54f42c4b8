/** Milliseconds of rest before the server is asked how the text looks. */
const REST = 400;

/** Shows below a text how it will look, by the renderer that will draw it. */
export function previewBelow(
  field: HTMLTextAreaElement,
  preview: HTMLElement,
  locale: string,
): void {
  const hint = [...preview.childNodes];
  let resting = 0;
  let running: AbortController | undefined;

  async function show(): Promise<void> {
    running?.abort();
    const { signal } = (running = new AbortController());
    const body = field.value;
    if (body.trim() === '') return preview.replaceChildren(...hint);
    try {
      const response = await fetch('/_actions/community.preview', {
        method: 'POST',
        body: new URLSearchParams({ locale, body }),
        signal,
      });
      // What is too long or too often is not drawn; the last drawing stays.
      if (!response.ok) return;
      const [html] = (await response.json()) as [string];
      const drawn = document.createElement('div');
      drawn.className = 'prose';
      // Made by the sanitiser that makes every post.
      drawn.innerHTML = html;
      if (!signal.aborted) preview.replaceChildren(drawn);
    } catch {
      // Overtaken by more typing, or nobody is at the other end: the text itself is what counts.
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(resting);
    resting = window.setTimeout(show, REST);
  });
  if (field.value !== '') void show();
}
