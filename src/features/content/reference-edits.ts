import type { MdastNode } from 'satteri';

/** A piece of a text to be replaced. */
export interface Edit {
  start: number;
  end: number;
  url: string;
}

/**
 * The edits that put another address into one node of a parsed text: a link, an image, the
 * definition of either, or a video. Its children are not looked at.
 * @param rewrite answers undefined for an address that stays as it is
 */
export function referenceEdits(
  node: MdastNode,
  text: string,
  rewrite: (url: string) => string | undefined,
): Edit[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const edit = (url: string, after: number): Edit[] => {
    const at = url === '' ? -1 : text.indexOf(url, after);
    const other = at === -1 || at >= end ? undefined : rewrite(url);
    return other === undefined ? [] : [{ start: at, end: at + url.length, url: other }];
  };
  const source = text.slice(start, end);
  switch (node.type) {
    case 'link':
      return edit(node.url, node.children.at(-1)?.position?.end.offset ?? start);
    case 'image':
      return edit(node.url, start + source.lastIndexOf(']('));
    case 'definition':
      return edit(node.url, start + source.indexOf(']:'));
    case 'leafDirective': {
      const { src, poster } = node.attributes ?? {};
      return [src, poster].flatMap((url) => (url ? edit(url, start) : []));
    }
    default:
      return [];
  }
}

/** `text` with all of `edits` made; they must not overlap. */
export function applyEdits(text: string, edits: Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, { start, end, url }) => done.slice(0, start) + url + done.slice(end), text);
}
