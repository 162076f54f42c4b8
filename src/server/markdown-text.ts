import type { Nodes } from 'mdast';
import { parseMarkdown } from './markdown.ts';

/** Nodes that stand beside each other in a line; all others begin a new one. */
const INLINE = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'image']);

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const isLine = node.children.every(({ type }) => INLINE.has(type) || type === 'break');
  return node.children
    .map(textOf)
    .filter(Boolean)
    .join(isLine ? '' : '\n');
}

/**
 * The beginning of what a member wrote, without the signs of Markdown.
 * @param most characters; what is longer ends with an ellipsis, between two words if it can
 */
export const beginningOf = (markdown: string, most: number): string =>
  shortened(textOf(parseMarkdown(markdown)), most);

/**
 * The beginning of a text that is no Markdown, such as a reader's comment, as it was typed.
 * @param most characters; what is longer ends with an ellipsis, between two words if it can
 */
export function shortened(typed: string, most: number): string {
  const text = typed.trim();
  const signs = [...text];
  if (signs.length <= most) return text;
  const cut = signs.slice(0, most).join('');
  return `${/\s/.test(cut) ? cut.replace(/\s+\S*$/, '') : cut} …`;
}
