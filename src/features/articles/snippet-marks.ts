import path from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { articleFeatures } from './article-syntax.ts';

/** A `::snippet` line. */
export interface SnippetMark {
  name: string | undefined;
  /** Column of its first colon, from 1. */
  column: number;
}

interface Edit {
  start: number;
  end: number;
  url: string;
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
  const visit = (node: MdastNode) => {
    if (node.type === 'leafDirective' && node.name === 'snippet' && node.position) {
      const { line, column } = node.position.start;
      marks.set(line, { name: node.attributes?.['name'] ?? undefined, column });
    }
    if (from.file !== article.file) edits.push(...editsOf(node, from, article));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(from.text, { features: articleFeatures }));
  return { text: applyEdits(from.text, edits), marks };
}

function editsOf(
  node: MdastNode,
  from: { file: string; locale: string; text: string },
  article: { file: string; locale: string },
): Edit[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const edit = (url: string, after: number): Edit[] => {
    if (!isRelative(url)) return [];
    const at = from.text.indexOf(url, after);
    if (at === -1 || at >= end) return [];
    return [{ start: at, end: at + url.length, url: moveReference(url, from, article) }];
  };
  const source = from.text.slice(start, end);
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

function applyEdits(text: string, edits: Edit[]): string {
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, url }) => done.slice(0, start) + url + done.slice(end), text);
}
