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

/** A section with what stands in it, block by block. */
export interface ParsedSection extends SectionText {
  blocks: MdastNode[];
}

/** The sections of an article, in the order of the page. */
export function parseSections({ body }: Pick<Article, 'body'>): ParsedSection[] {
  const sections: ParsedSection[] = [{ id: '', title: '', above: '', text: '', blocks: [] }];
  const idOf = headingIds();
  const path: string[] = [];
  const visit = (node: MdastNode, isInBlock: boolean) => {
    const present = sections.at(-1)!;
    if (node.type === 'heading') {
      const title = plainText(node as Heading, body);
      const { hProperties: own } = (node.data ?? {}) as { hProperties?: { id?: string } };
      const id = idOf(title, own?.id);
      if (SECTION_DEPTHS.includes(node.depth)) {
        path.length = Math.max(0, node.depth - SECTION_DEPTHS[0]!);
        const above = path.filter(Boolean).join(' ');
        sections.push({ id, title, above, text: '', blocks: [] });
        path[node.depth - SECTION_DEPTHS[0]!] = title;
      } else present.text += `${title}\n`;
      return;
    }
    const isBlock = BLOCKS.has(node.type);
    if (isBlock && !isInBlock) present.blocks.push(node);
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      present.text += node.type === 'code' ? `${node.value}\n` : node.value;
    } else if (node.type === 'image') present.text += ` ${node.alt ?? ''} `;
    if (!('children' in node)) return;
    for (const child of node.children) visit(child as MdastNode, isInBlock || isBlock);
    if (LINES.has(node.type)) sections.at(-1)!.text += '\n';
  };
  visit(markdownToMdast(body, { features: articleFeatures }), false);
  return sections;
}

/** The texts of an article's sections, in the order of the page. */
export const sectionTexts = (article: Pick<Article, 'body'>): SectionText[] =>
  parseSections(article).map(({ id, title, above, text }) => ({ id, title, above, text }));

/** What stands for itself, not counting what is in it. */
const BLOCKS = new Set(['paragraph', 'list', 'table', 'code', 'blockquote']);
/** What ends a line. */
const LINES = new Set(['paragraph', 'tableCell', 'listItem', 'blockquote']);
