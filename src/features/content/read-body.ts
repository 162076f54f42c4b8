import { markdownToMdast, type MdastNode } from 'satteri';
import type { Section } from './article.ts';
import { articleFeatures } from './article-syntax.ts';
import type { BodyFacts, BodyFault, Reference } from './body-facts.ts';
import { checkDirective } from './check-directives.ts';
import { htmlCheck } from './check-html.ts';
import { checkText } from './check-text.ts';
import { headingIds } from './heading-ids.ts';
import { plainText } from './plain-text.ts';
import { wordCounter } from './words.ts';

/** Parses a body once, and takes down its sections, its references and what is wrong with it. */
export function readBody(body: string, locale: string): BodyFacts {
  const facts: BodyFacts = {
    sections: [],
    anchors: new Set(),
    references: [],
    words: 0,
    faults: [],
  };
  const countWords = wordCounter(locale);
  const idOf = headingIds();
  const html = htmlCheck(facts);
  const lineOf = (node: MdastNode) => node.position?.start.line ?? 1;

  const visit = (node: MdastNode, parent: MdastNode | undefined) => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'code':
        facts.words += countWords(node.value);
        checkText(node, body, facts.faults);
        break;
      case 'heading': {
        const { hProperties: own } = (node.data ?? {}) as { hProperties?: { id?: string } };
        noteHeading(facts, {
          id: idOf(plainText(node, body), own?.id),
          title: plainText(node, body),
          depth: node.depth,
          line: lineOf(node),
        });
        break;
      }
      case 'link':
        facts.references.push({ use: 'link', url: node.url, line: lineOf(node) });
        break;
      case 'image':
        facts.references.push({ use: 'image', url: node.url, line: lineOf(node) });
        if (!node.alt?.trim()) facts.faults.push(noAlt(lineOf(node), node.url));
        break;
      case 'imageReference':
        if (!node.alt?.trim()) facts.faults.push(noAlt(lineOf(node), node.label ?? ''));
        break;
      case 'definition':
        facts.references.push({ use: definitionUse(node.url), url: node.url, line: lineOf(node) });
        break;
      case 'html':
        html.read(node, parent);
        break;
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        checkDirective(node, parent, body, facts);
        break;
    }
    if (!('children' in node)) return;
    for (const child of node.children) visit(child as MdastNode, node);
    html.leave(node);
  };
  visit(markdownToMdast(body, { features: articleFeatures }), undefined);
  return facts;
}

function noteHeading(facts: BodyFacts, heading: Section & { line: number }): void {
  const { id, title, depth, line } = heading;
  if (facts.anchors.has(id)) {
    facts.faults.push({
      line,
      severity: 'error',
      what: `#${id} is the anchor of another heading of this article already`,
      todo: 'give this heading another one in {#…}',
    });
  }
  facts.anchors.add(id);
  if (depth === 1) {
    facts.faults.push({
      line,
      severity: 'warning',
      what: 'the title is the heading of the first level already',
      todo: 'begin this heading with two hash signs',
    });
  } else if (depth <= 4) facts.sections.push({ id, title, depth });
}

function noAlt(line: number, url: string): BodyFault {
  return {
    line,
    severity: 'warning',
    what: `the image ${url} has no alternative text`,
    todo: 'say between the square brackets what it shows',
  };
}

/** A definition may serve links and images alike; its ending tells which it is meant for. */
function definitionUse(url: string): Reference['use'] {
  return /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(url) ? 'image' : 'link';
}
