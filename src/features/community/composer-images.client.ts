import { insertTextIntoField, replaceFieldText } from 'text-field-edit';

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
/** As the server says. */
const LARGEST = 5_000_000;

const imagesOf = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(({ type }) => TYPES.includes(type));

/**
 * Takes images that are pasted, dropped or chosen, and puts each into the text once it is there.
 * @param say tells what is going on
 * @returns lets the writer choose a file
 */
export function takeImages(
  form: HTMLFormElement,
  field: HTMLTextAreaElement,
  words: DOMStringMap,
  say: (sentence: string) => void,
): () => void {
  const failed = words['uploadFailed'] ?? '';

  /** @returns the Markdown of the image; throws with a sentence for the writer */
  async function upload(file: File): Promise<string> {
    if (file.size > LARGEST) throw new Error(failed);
    const body = new FormData();
    body.set('file', file);
    const response = await fetch(words['upload'] ?? '', { method: 'POST', body });
    const reply = (await response.json().catch(() => ({}))) as {
      markdown?: string;
      error?: string;
    };
    if (!reply.markdown) throw new Error(reply.error ?? failed);
    return reply.markdown;
  }

  /** One after the other: each has its place in the text before the next is asked for. */
  async function add(files: File[]): Promise<void> {
    for (const file of files) {
      const doing = (words['uploading'] ?? '').replace('{name}', file.name.replace(/[[\]]/g, ''));
      const place = `![${doing}]()`;
      field.focus();
      insertTextIntoField(field, place);
      say(doing);
      try {
        const markdown = await upload(file);
        replaceFieldText(field, place, markdown);
        say('');
      } catch (error) {
        replaceFieldText(field, place, '');
        say(error instanceof TypeError ? failed : (error as Error).message);
      }
      field.setSelectionRange(field.selectionEnd, field.selectionEnd);
    }
  }

  field.addEventListener('paste', (event) => {
    const files = imagesOf(event.clipboardData);
    // A table copied from elsewhere comes as text and as a picture of it; then the text is meant.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    void add(files);
  });
  field.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  field.addEventListener('drop', (event) => {
    const files = imagesOf(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    void add(files);
  });

  const plainWay = form.querySelector<HTMLElement>('[data-image-field]');
  if (plainWay) plainWay.hidden = true;
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = TYPES.join();
  chooser.multiple = true;
  chooser.addEventListener('change', () => {
    void add([...(chooser.files ?? [])]);
    chooser.value = '';
  });
  return () => chooser.click();
}
