import { markdownToMdast, type MdastNode } from 'satteri';
import type { Article } from '#src/features/content/article.ts';
import { references } from './article-page.ts';
import { articleFeatures } from '#src/features/content/article-syntax.ts';
import type { Library } from './library.ts';
import { applyEdits, referenceEdits, type Edit } from '#src/features/content/reference-edits.ts';

/**
 * An article as one Markdown text that can be read away from the site: its title on top and
 * every relative link and image with its full address.
 */
export function articleMarkdown(
  library: Library,
  locale: string,
  article: Article,
  origin: URL | undefined,
): string {
  const { link, asset } = references(library, locale, article);
  const absolute = (url: string): string | undefined => {
    const file = asset(url)?.files.at(-1)?.name;
    const path = file ? `/files/${file}` : (link(url) ?? url);
    return path.startsWith('/') ? new URL(path, origin).href : undefined;
  };
  const edits: Edit[] = [];
  const visit = (node: MdastNode) => {
    edits.push(...referenceEdits(node, article.body, absolute));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(article.body, { features: articleFeatures }));
  return `# ${article.title}\n\n${applyEdits(article.body, edits).trim()}\n`;
}
