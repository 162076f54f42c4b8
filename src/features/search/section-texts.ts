import { markdownToMdast, type MdastNode } from 'satteri';
import type { Article } from '#src/features/content/article.ts';
import { articleFeatures } from '#src/features/content/article-syntax.ts';
import { headingIds } from '#src/features/content/heading-ids.ts';
import { plainText } from '#src/features/content/plain-text.ts';

/** A part of an article from one heading to the next; the first has none. */
export interface SectionText {
  /** Anchor; empty for what stands before the first heading. */
  id: string;
  title: string;
  /** The titles of the sections that it is a part of. */
  above: string;
  text: string;
}

const SECTION_DEPTHS = [2, 3, 4];

type Heading = Extract<MdastNode, { type: 'heading' }>;

/** The texts of an article's sections, in the order of the page. */
export function sectionTexts({ body }: Pick<Article, 'body'>): SectionText[] {
  const sections: SectionText[] = [{ id: '', title: '', above: '', text: '' }];
  const idOf = headingIds();
  const path: string[] = [];
  const visit = (node: MdastNode) => {
    const present = sections.at(-1)!;
    if (node.type === 'heading') {
      const title = plainText(node as Heading, body);
      const { hProperties: own } = (node.data ?? {}) as { hProperties?: { id?: string } };
      const id = idOf(title, own?.id);
      if (SECTION_DEPTHS.includes(node.depth)) {
        path.length = Math.max(0, node.depth - SECTION_DEPTHS[0]!);
        sections.push({ id, title, above: path.filter(Boolean).join(' '), text: '' });
        path[node.depth - SECTION_DEPTHS[0]!] = title;
      } else present.text += `${title}\n`;
      return;
    }
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      present.text += node.type === 'code' ? `${node.value}\n` : node.value;
    } else if (node.type === 'image') present.text += ` ${node.alt ?? ''} `;
    if (!('children' in node)) return;
    for (const child of node.children) visit(child as MdastNode);
    if (BLOCKS.has(node.type)) sections.at(-1)!.text += '\n';
  };
  visit(markdownToMdast(body, { features: articleFeatures }));
  return sections;
}

/** What ends a line. */
const BLOCKS = new Set(['paragraph', 'tableCell', 'listItem', 'blockquote']);
