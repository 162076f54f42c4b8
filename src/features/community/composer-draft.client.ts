/** Milliseconds of rest before a draft is kept. */
const REST = 1500;

/** What a form holds, for the door that keeps it. */
function contentOf(form: HTMLFormElement): URLSearchParams {
  const content = new URLSearchParams({ place: form.dataset['draft'] ?? '' });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') content.set(name, value);
  }
  return content;
}

/** Keeps what a member types into a form until it is sent. @param kept is called when it is kept */
export function keepDrafts(form: HTMLFormElement, kept: () => void): void {
  const address = '/_actions/community.draft';
  let resting = 0;
  let isChanged = false;
  let running: AbortController | undefined;

  async function keep(): Promise<void> {
    isChanged = false;
    running?.abort();
    const { signal } = (running = new AbortController());
    try {
      const response = await fetch(address, { method: 'POST', body: contentOf(form), signal });
      if (response.ok) kept();
    } catch {
      // Overtaken, or nobody is at the other end: the next change tries again.
      isChanged = true;
    }
  }

  const change = () => {
    isChanged = true;
    clearTimeout(resting);
    resting = window.setTimeout(keep, REST);
  };
  form.addEventListener('input', change);
  // Who types fast has begun before this was here.
  const fields = form.querySelectorAll<HTMLInputElement>('textarea, input:not([type])');
  if ([...fields].some(({ value, defaultValue }) => value !== defaultValue)) change();
  // What is on its way as a post must not come back as a draft.
  form.addEventListener('submit', () => {
    isChanged = false;
    clearTimeout(resting);
    running?.abort();
  });
  addEventListener('pagehide', () => {
    if (isChanged) navigator.sendBeacon(address, contentOf(form));
  });
}
