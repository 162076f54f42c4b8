import type { Blockquote, Link, LinkReference, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown } from './markdown.ts';
import { mentionsOfText } from './mention.ts';

type Aside = Blockquote | Link | LinkReference;

const isAside = (node: { type: string }): node is Aside =>
  ['blockquote', 'link', 'linkReference'].includes(node.type);

/**
 * The handles that a text mentions, in small letters, each once, in their order. Code mentions
 * nobody, nor does the text of a link, nor what is quoted: whoever stands there has been told.
 */
export function mentionsIn(markdown: string): string[] {
  const handles = new Set<string>();
  visit(parseMarkdown(markdown), (node) => {
    if (isAside(node)) return SKIP;
    const text = node.type === 'text' ? (node as Text).value : '';
    for (const { handle } of mentionsOfText(text)) handles.add(handle);
    return undefined;
  });
  return [...handles];
}
