import { markdownToMdast, type MdastNode } from 'satteri';
import type { Article } from '#src/features/content/article.ts';
import { articleFeatures } from '#src/features/content/article-syntax.ts';
import { plainText } from '#src/features/content/plain-text.ts';

/** Search engines cut descriptions at about this many characters. */
const MAX = 160;
/** More of the text than any description needs, so that long articles are not parsed to their end. */
const BEGINNING = 4000;

/** The writer's description, else the article's first sentences without their marks. */
export function articleDescription(article: Pick<Article, 'description' | 'body'>): string {
  if (article.description) return article.description;
  const source = article.body.slice(0, BEGINNING);
  let text = '';
  const visit = (node: MdastNode) => {
    if (text.length > MAX || node.type === 'footnoteDefinition') return;
    if (node.type === 'paragraph') {
      const isLabel = (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
      if (!isLabel) text = `${text} ${plainText(node, source)}`.trim();
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(source, { features: articleFeatures }));
  if (text.length <= MAX) return text;
  const cut = text.slice(0, MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX - 30))}…`;
}
