import path from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { articleFeatures } from './article-syntax.ts';
import { applyEdits, referenceEdits, type Edit } from './reference-edits.ts';

/** A `::snippet` line. */
export interface SnippetMark {
  name: string | undefined;
  /** Column of its first colon, from 1. */
  column: number;
}

/**
 * Finds the `::snippet` lines of a text, by line from 1, and moves the relative paths in it from
 * its own file to the article that includes it. Code that only shows such a line is left alone.
 */
export function readSnippetMarks(
  from: { file: string; locale: string; text: string },
  article: { file: string; locale: string },
): { text: string; marks: Map<number, SnippetMark> } {
  const marks = new Map<number, SnippetMark>();
  const edits: Edit[] = [];
  const move = (url: string) => (isRelative(url) ? moveReference(url, from, article) : undefined);
  const visit = (node: MdastNode) => {
    if (node.type === 'leafDirective' && node.name === 'snippet' && node.position) {
      const { line, column } = node.position.start;
      marks.set(line, { name: node.attributes?.['name'] ?? undefined, column });
    }
    if (from.file !== article.file) edits.push(...referenceEdits(node, from.text, move));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(from.text, { features: articleFeatures }));
  return { text: applyEdits(from.text, edits), marks };
}

function isRelative(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/#?])/i.test(url);
}

/**
 * A snippet that stands in for a missing translation links to the articles of the including
 * locale: whoever reads Japanese goes on in Japanese.
 */
function moveReference(
  url: string,
  from: { file: string; locale: string },
  article: { file: string; locale: string },
): string {
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const target = path.posix.join(path.posix.dirname(from.file), place);
  const own = `articles/${from.locale}/`;
  const wanted =
    target.startsWith(own) && /\.md$|\/[^./]*$/.test(target)
      ? `articles/${article.locale}/${target.slice(own.length)}`
      : target;
  const moved = path.posix.relative(path.posix.dirname(article.file), wanted);
  return (moved.startsWith('.') ? moved : `./${moved}`) + (place.endsWith('/') ? '/' : '') + rest;
}
