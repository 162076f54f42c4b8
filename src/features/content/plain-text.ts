import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { isDirective } from './article-syntax.ts';

/**
 * The words of a heading or paragraph, without marks, pictures, footnote marks and HTML tags.
 * @param source the text it was parsed from
 */
export function plainText(line: Heading | Paragraph, source: string): string {
  return textOf(line.children, source).replace(/\s+/g, ' ').trim();
}

function textOf(nodes: PhrasingContent[], source: string): string {
  return nodes.map((node) => nodeText(node, source)).join('');
}

function nodeText(node: PhrasingContent, source: string): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'textDirective' && !isDirective('text', node.name)) {
    // A colon in prose, as in 10:30, stays what the writer typed.
    return source.slice(node.position?.start.offset, node.position?.end.offset);
  }
  return 'children' in node ? textOf(node.children, source) : '';
}
