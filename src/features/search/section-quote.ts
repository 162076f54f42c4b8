import type { MdastNode } from 'satteri';
import type { Article } from '#src/features/content/article.ts';
import { plainText } from '#src/features/content/plain-text.ts';
import { parseSections } from './section-texts.ts';

/** What a section says first, word for word. */
export interface Quote {
  /** Steps of a list, or one text. */
  lines: string[];
  isSteps: boolean;
  /** Whether there is more in the section. */
  hasMore: boolean;
}

/** Letters that can be read at a glance; what is begun is not cut. */
const GLANCE = 320;
/** More steps are a text of their own. */
const MOST_STEPS = 5;
/** A list that stands further down is no answer of its own. */
const BEGINNING = 3;

const sentences = new Map<string, Intl.Segmenter>();

function sentencesOf(text: string, locale: string): string[] {
  let segmenter = sentences.get(locale);
  if (!segmenter) {
    sentences.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })));
  }
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** As many of some lines as can be read at a glance, one at least. */
function first(lines: string[], most: number): string[] {
  let used = 0;
  return lines.slice(0, most).filter((line, at) => {
    used += line.length;
    return at === 0 || used <= GLANCE;
  });
}

type Paragraph = Extract<MdastNode, { type: 'paragraph' }>;

/** The words of a paragraph, or of the first one in a block. */
function wordsOf(block: MdastNode, body: string): string {
  if (block.type === 'paragraph') return plainText(block as Paragraph, body);
  if (!('children' in block)) return '';
  const inside = block.children.find(({ type }) => type === 'paragraph');
  return inside ? plainText(inside as Paragraph, body) : '';
}

/** The steps with which a section begins, or else its first sentences. */
function quoteOf(blocks: MdastNode[], body: string, locale: string): Quote | undefined {
  const list = blocks.slice(0, BEGINNING).find((one) => one.type === 'list' && one.ordered);
  if (list && 'children' in list) {
    const steps = list.children.map((item) => wordsOf(item as MdastNode, body)).filter(Boolean);
    const lines = first(steps, MOST_STEPS);
    const hasMore = lines.length < steps.length || blocks.at(-1) !== list;
    if (lines.length > 0) return { lines, isSteps: true, hasMore };
  }
  const paragraph = blocks.find((one) => one.type === 'paragraph' && wordsOf(one, body) !== '');
  if (!paragraph) return undefined;
  const all = sentencesOf(wordsOf(paragraph, body), locale);
  const some = first(all, all.length);
  const hasMore = some.length < all.length || blocks.at(-1) !== paragraph;
  return { lines: [some.join('').trim()], isSteps: false, hasMore };
}

/** What the sections of an article say first, in the order of the page. */
export const sectionQuotes = (
  article: Pick<Article, 'body'>,
  locale: string,
): (Quote | undefined)[] =>
  parseSections(article).map(({ blocks }) => quoteOf(blocks, article.body, locale));
